package org.eyrie.server.searching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eyrie.develop.report.CandidateReport;
import org.eyrie.develop.report.SearchReport;
import org.eyrie.model.development.ProgramDraft;
import org.eyrie.model.development.ProgramOrigin;
import org.eyrie.model.development.SearchRecord;

/** The best programs of a search as drafts for another, which say where they are from and what they were worth there. */
public final class BroughtPrograms {

    private BroughtPrograms() {}

    /**
     * The leader first, then the next best; none while nothing was tried.
     *
     * @param count how many at most, from 1
     */
    public static List<ProgramDraft> of(SearchRecord record, int count) {
        SearchReport report = SearchReport.of(record, count);
        CandidateReport leader = report.leader();
        if (leader == null) {
            return List.of();
        }
        List<CandidateReport> chosen = new ArrayList<>(report.best());
        chosen.removeIf(candidate -> candidate.program().equals(leader.program()));
        chosen.add(0, leader);
        return chosen.subList(0, Math.min(count, chosen.size())).stream()
                .map(candidate -> new ProgramDraft(
                        candidate.text(),
                        ProgramOrigin.TRANSFER,
                        List.of(),
                        String.format(
                                Locale.ROOT,
                                "from %s: likely %.4f, sd %.4f, %d items",
                                record.plan().id(),
                                candidate.mean(),
                                candidate.sd(),
                                candidate.items())))
                .toList();
    }
}

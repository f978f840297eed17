package org.eyrie.server.cli.develop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.develop.report.CandidateReport;
import org.eyrie.develop.report.SearchReport;
import org.eyrie.model.development.FinalScore;
import org.eyrie.model.development.Finalist;
import org.eyrie.server.out.Table;

/** Programs with what was seen of them in development and, where they were judged, in the test. */
final class FinalsTable {

    private FinalsTable() {}

    /** A row for each, in their order. */
    static Table of(List<Finalist> finalists, SearchReport report, List<FinalScore> scores) {
        Map<String, CandidateReport> developed = new HashMap<>();
        report.best().forEach(candidate -> developed.put(candidate.program(), candidate));
        Map<String, FinalScore> tested = new HashMap<>();
        scores.forEach(score -> tested.put(score.program(), score));
        Table table =
                new Table("what", "items", "share", "mean", "sd", "test", "test_lower", "test_upper", "id", "program");
        for (Finalist finalist : finalists) {
            CandidateReport seen = developed.get(finalist.program());
            FinalScore score = tested.get(finalist.program());
            table.row(
                    finalist.role(),
                    seen == null ? null : seen.items(),
                    seen == null ? null : seen.share(),
                    seen == null ? null : seen.mean(),
                    seen == null ? null : seen.sd(),
                    score == null ? null : score.share(),
                    score == null ? null : score.lower(),
                    score == null ? null : score.upper(),
                    finalist.program(),
                    finalist.text().replace("\n", "; "));
        }
        return table;
    }
}

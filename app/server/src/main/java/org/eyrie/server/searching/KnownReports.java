package org.eyrie.server.searching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.eyrie.develop.report.CandidateReport;
import org.eyrie.develop.report.SearchReport;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.model.development.SearchSettings;
import org.eyrie.model.development.SearchState;

/** Reports of searches, kept while nothing of the search changes: where kin are counted each of them is a fit. */
public final class KnownReports {

    private static final int BEST = 20;

    /** Reports in memory, some 10 kB each. */
    private static final int MOST = 1_000;

    /** What a report rests on. */
    private record Key(
            DevelopmentId id,
            SearchSettings settings,
            SearchState state,
            int proposals,
            int orders,
            int runs,
            int failures,
            double seconds) {}

    /** What the leader after so many runs rests on: what comes later changes nothing of it. */
    private record EarlierKey(DevelopmentId id, SearchSettings settings, int runs) {}

    private final Cache<Key, SearchReport> reports =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final Cache<EarlierKey, Optional<EarlierLeader>> leaders =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /**
     * Who led at some moment.
     *
     * @param spent item evaluations until then
     */
    public record EarlierLeader(long spent, CandidateReport leader) {}

    /** Of a record, with its best 20. */
    public SearchReport of(SearchRecord record) {
        Key key = new Key(
                record.plan().id(),
                record.plan().settings(),
                record.state(),
                record.proposals().size(),
                record.orders().size(),
                record.runs().size(),
                record.failures().size(),
                record.seconds());
        return reports.get(key, asked -> SearchReport.of(record, BEST));
    }

    /** The leader after so many runs; empty where nothing was tried. */
    public Optional<EarlierLeader> after(SearchRecord record, int runs) {
        EarlierKey key = new EarlierKey(record.plan().id(), record.plan().settings(), runs);
        return leaders.get(key, asked -> {
            SearchReport then = SearchReport.of(until(record, runs), 1);
            CandidateReport leader = then.leader();
            return leader == null ? Optional.empty() : Optional.of(new EarlierLeader(then.spent(), leader));
        });
    }

    private static SearchRecord until(SearchRecord record, int runs) {
        return new SearchRecord(
                record.plan(),
                record.proposals(),
                record.orders(),
                record.runs().subList(0, runs),
                record.failures(),
                record.seconds(),
                record.state(),
                null);
    }
}

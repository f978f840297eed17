package org.eyrie.server.rest;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import org.eyrie.develop.report.CandidateReport;
import org.eyrie.develop.report.SearchReport;
import org.eyrie.model.ModelId;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentPlan;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.model.development.SearchState;
import org.eyrie.server.searching.SearchActivity;

/**
 * Where a search for merges stands.
 *
 * @param spent item evaluations paid for so far
 * @param budget item evaluations that it may pay for
 * @param seconds of the clock that went into it
 * @param candidates programs that are new and were not refused
 * @param tried those of them that were asked at least one item
 * @param activity what this service does with it
 * @param trouble why it broke off when it ran here last; null where it did not
 * @param leader the likely best, or the one that was chosen; null before anything was tried
 */
record SearchView(
        DevelopmentId id,
        ModelId base,
        List<ModelId> parents,
        String benchmark,
        String policy,
        String proposer,
        SearchState state,
        long spent,
        long budget,
        double seconds,
        int candidates,
        int tried,
        int duplicates,
        int refused,
        int failed,
        SearchActivity activity,
        @Nullable String trouble,
        @Nullable CandidateReport leader) {

    static SearchView of(SearchRecord record, SearchReport report, SearchActivity activity, @Nullable String trouble) {
        DevelopmentPlan plan = record.plan();
        return new SearchView(
                plan.id(),
                plan.base(),
                plan.parents(),
                plan.benchmark(),
                plan.settings().policy(),
                plan.settings().proposer(),
                report.state(),
                report.spent(),
                report.budget(),
                report.seconds(),
                report.candidates(),
                report.tried(),
                report.duplicates(),
                report.refused(),
                report.failed(),
                activity,
                trouble,
                report.leader());
    }
}

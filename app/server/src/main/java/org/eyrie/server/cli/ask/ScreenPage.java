package org.eyrie.server.cli.ask;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eyrie.engine.ask.Asking;
import org.eyrie.engine.ask.Candidate;
import org.eyrie.engine.ask.PlannedModel;
import org.eyrie.engine.ask.Screened;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.ModelId;
import org.eyrie.model.NoFamilyEvidenceException;
import org.eyrie.model.Stores;
import org.eyrie.server.report.ScreeningReport;
import org.eyrie.server.report.Why;
import org.jspecify.annotations.Nullable;

/** What a page about a screening needs of the database. */
final class ScreenPage {

    private final Asking asking;
    private final Stores stores;
    private final Map<String, List<Candidate>> byLabel;

    /** @param candidates those that were judged */
    ScreenPage(Asking asking, Stores stores, List<Candidate> candidates) {
        this.asking = asking;
        this.stores = stores;
        this.byLabel = candidates.stream().collect(Collectors.groupingBy(Candidate::label));
    }

    ScreeningReport of(Screened screened, Map<BenchmarkId, Double> wanted, EffectPart effects, LocalDate day) {
        return new ScreeningReport(screened, wanted, this::why, day)
                .with(
                        "By what they would do to their parents, which lineage does not know",
                        effects.table(),
                        effects.notes());
    }

    /** Null where two candidates have one label, or nothing says anything of this one. */
    private @Nullable Why why(String label, BenchmarkId benchmark) {
        List<Candidate> called = byLabel.getOrDefault(label, List.of());
        if (called.size() != 1) {
            return null;
        }
        PlannedModel plan = called.get(0).plan();
        ModelId model = called.get(0).model();
        try {
            if (plan != null) {
                return new Why(
                        asking.explanations().ofPlan(plan, benchmark),
                        plan.parents().stream().map(PlannedModel.Parent::id).collect(Collectors.toSet()));
            }
            return model == null
                    ? null
                    : new Why(
                            asking.explanations().of(model, benchmark, false),
                            stores.lineage().parents(model));
        } catch (NoFamilyEvidenceException nothing) {
            return null;
        }
    }
}

package org.eyrie.engine.ask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.eyrie.engine.evidence.Evidence;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.jspecify.annotations.Nullable;

/** Reads forecasts off solved families. */
final class Forecasts {

    private final SolvedFamily solved;

    Forecasts(SolvedFamily solved) {
        this.solved = solved;
    }

    /** One forecast per benchmark, in their order. */
    List<Forecast> of(Model model, Collection<BenchmarkId> benchmarks, boolean leaveOut) {
        return benchmarks.stream()
                .map(benchmark -> of(model, benchmark, leaveOut))
                .toList();
    }

    Forecast of(Model model, BenchmarkId benchmark, boolean leaveOut) {
        ModelId id = model.id();
        Double measured = solved.score(id, benchmark);
        boolean leftOut = leaveOut && measured != null;
        Evidence evidence = solved.evidence(model, benchmark, leftOut);
        OptionalInt column = solved.numbering().column(benchmark);
        OptionalInt row = solved.numbering().row(id);
        Estimate estimate = null;
        if (column.isPresent() && row.isPresent() && !evidence.none()) {
            estimate = solved.estimate(row.getAsInt(), column.getAsInt(), leftOut);
        }
        return new Forecast(
                id,
                benchmark,
                measured,
                estimate,
                baseline(model, benchmark, measured),
                evidence,
                leftOut,
                solved.fit().fit().id(),
                warnings(id, benchmark, evidence, column.isPresent(), leftOut));
    }

    /** What is said of predictions that rest on other benchmarks and other architectures alone. */
    static String carriedOver(String benchmarks) {
        return "Neither a relative nor a model of its architecture was measured on " + benchmarks
                + ": this is carried over from other benchmarks and other architectures.";
    }

    private @Nullable Double baseline(Model model, BenchmarkId benchmark, @Nullable Double measured) {
        OptionalDouble parents = solved.parentMean(model.id(), benchmark);
        if (parents.isPresent()) {
            return parents.getAsDouble();
        }
        return solved.fit().baselines().of(model.traits(), benchmark, measured);
    }

    private List<String> warnings(
            ModelId model, BenchmarkId benchmark, Evidence evidence, boolean inFit, boolean leftOut) {
        List<String> warnings = new ArrayList<>(solved.fit().warnings());
        PartialRuns.Run run = solved.partialRun(model, benchmark);
        if (run != null) {
            warnings.add("The measured score is of " + run.items() + " of the " + run.of() + " items of " + benchmark
                    + (leftOut
                            ? ": the prediction is of all of them, and does without that score."
                            : ": the prediction says what it means for all of them."));
        }
        if (!inFit) {
            warnings.add("Nothing was measured on " + benchmark + " when fit "
                    + solved.fit().fit().id() + " was made.");
        } else if (evidence.nothingKnown()) {
            warnings.add("No evidence: the model has no " + (leftOut ? "other " : "")
                    + "score of its own, none of its relatives was measured, and no measured model is known to share"
                    + " its architecture.");
        } else if (evidence.unlinked()) {
            warnings.add("No evidence on " + benchmark + ": no relative was measured on it, and too few other families"
                    + " were to say what its scores look like elsewhere.");
        } else if (evidence.carriedOver()) {
            warnings.add(carriedOver(benchmark.value()));
        } else if (evidence.onlyArchitecture()) {
            warnings.add("No relative was measured: this rests on models of the same architecture alone.");
        }
        if (solved.truncated()) {
            warnings.add("The family is large: only the nearest relatives were used.");
        }
        return warnings;
    }
}

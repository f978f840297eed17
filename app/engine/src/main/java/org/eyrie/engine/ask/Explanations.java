package org.eyrie.engine.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eyrie.engine.ask.Explanation.Contribution;
import org.eyrie.engine.ask.Explanation.Kind;
import org.eyrie.engine.fit.Numbering;
import org.eyrie.lrmf.posterior.LeaveOut;
import org.eyrie.lrmf.posterior.ScoreContribution;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.NoFamilyEvidenceException;
import org.eyrie.model.Stores;
import org.eyrie.model.UnknownModelException;

/** Explains predictions. */
public final class Explanations {

    private final Stores stores;
    private final Solver solver;
    private final Columns columns;

    Explanations(Stores stores, Solver solver) {
        this.stores = stores;
        this.solver = solver;
        this.columns = new Columns(stores.scores());
    }

    /**
     * Explains one prediction.
     *
     * @param leaveOut whether the cell's own measurement is kept from it
     * @throws UnknownModelException if there is no such model
     * @throws org.eyrie.model.UnknownBenchmarkException if there is no such benchmark
     * @throws NoFamilyEvidenceException if there is nothing to explain
     */
    public Explanation of(ModelId model, BenchmarkId benchmark, boolean leaveOut) {
        columns.wanted(List.of(benchmark));
        Model known = stores.lineage().find(model).orElseThrow(() -> new UnknownModelException(model));
        Solved solved = solver.around(model, Solver.NEAREST);
        Forecast forecast = new Forecasts(solved).of(known, benchmark, leaveOut);
        if (forecast.predicted() == null) {
            throw new NoFamilyEvidenceException(
                    "Cannot predict \"" + model + "\": " + String.join(" ", forecast.warnings()));
        }
        int row = solved.numbering().row(model).orElseThrow();
        int column = solved.numbering().column(benchmark).orElseThrow();
        org.eyrie.lrmf.posterior.Explanation parts =
                solved.posterior().explain(row, column, forecast.leftOut() ? LeaveOut.CELL : LeaveOut.NOTHING);
        return new Explanation(forecast, parts.logitMean(), contributions(solved, model, benchmark, parts));
    }

    private static List<Contribution> contributions(
            Solved solved, ModelId asked, BenchmarkId benchmark, org.eyrie.lrmf.posterior.Explanation parts) {
        Numbering numbering = solved.numbering();
        List<Contribution> all = new ArrayList<>();
        all.add(new Contribution(Kind.LEVEL, "usual score on " + benchmark, null, benchmark, null, parts.intercept()));
        parts.scores().forEach(part -> all.add(score(solved, asked, part)));
        parts.shared()
                .forEach(part -> all.add(
                        new Contribution(Kind.KIND, numbering.describe(part.node()), null, null, null, part.logit())));
        parts.drifts()
                .forEach(part -> all.add(new Contribution(
                        Kind.TRAIT, numbering.describe(part.drift()), null, null, null, part.logit())));
        all.sort(Comparator.comparingDouble((Contribution part) -> -Math.abs(part.logit()))
                .thenComparing(Contribution::what));
        return all;
    }

    private static Contribution score(Solved solved, ModelId asked, ScoreContribution part) {
        ModelId model = solved.models().get(part.model()).id();
        BenchmarkId benchmark = solved.numbering().benchmarks().get(part.column());
        return new Contribution(
                model.equals(asked) ? Kind.OWN : Kind.RELATIVE,
                model + " on " + benchmark,
                model,
                benchmark,
                solved.score(model, benchmark),
                part.logit());
    }
}

package org.eyrie.engine.ask;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eyrie.engine.ask.ExplainedForecast.Contribution;
import org.eyrie.engine.ask.ExplainedForecast.Kind;
import org.eyrie.lrmf.posterior.Explanation;
import org.eyrie.lrmf.posterior.LeaveOut;
import org.eyrie.lrmf.posterior.ScoreContribution;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.NoFamilyEvidenceException;
import org.eyrie.model.UnknownModelException;

/** Explains predictions. */
public final class Explanations {

    private final FamilySolver solver;
    private final Clock clock;

    Explanations(FamilySolver solver, Clock clock) {
        this.solver = solver;
        this.clock = clock;
    }

    /**
     * Explains one prediction.
     *
     * @param leaveOut whether the cell's own measurement is kept from it
     * @throws UnknownModelException if there is no such model
     * @throws org.eyrie.model.UnknownBenchmarkException if there is no such benchmark
     * @throws NoFamilyEvidenceException if there is nothing to explain
     */
    public ExplainedForecast of(ModelId model, BenchmarkId named, boolean leaveOut) {
        Moment now = solver.now();
        BenchmarkId benchmark = now.asked().wanted(named);
        SolvedFamily family = now.around(model, FamilySolver.NEAREST);
        return explained(family, family.member(model), benchmark, leaveOut);
    }

    /**
     * Explains what {@link WhatIf} predicts of a model that does not exist.
     *
     * @throws UnknownModelException if a parent is unknown
     * @throws org.eyrie.model.UnknownBenchmarkException if there is no such benchmark
     * @throws NoFamilyEvidenceException if there is nothing to explain
     */
    public ExplainedForecast ofPlan(PlannedModel planned, BenchmarkId named) {
        Moment now = solver.now();
        BenchmarkId benchmark = now.asked().wanted(named);
        PlannedFamily family = now.planned(planned, LocalDate.now(clock));
        return explained(family.solved(now), family.child().model(), benchmark, false);
    }

    private static ExplainedForecast explained(
            SolvedFamily solved, Model model, BenchmarkId benchmark, boolean leaveOut) {
        Forecast forecast = new Forecasts(solved).of(model, benchmark, leaveOut);
        if (forecast.predicted() == null) {
            throw new NoFamilyEvidenceException(
                    "Cannot predict \"" + model.id() + "\": " + String.join(" ", forecast.warnings()));
        }
        int row = solved.numbering().row(model.id()).orElseThrow();
        int column = solved.column(benchmark);
        Explanation parts =
                solved.posterior().explain(row, column, forecast.leftOut() ? LeaveOut.CELL : LeaveOut.NOTHING);
        return new ExplainedForecast(forecast, parts.logitMean(), contributions(solved, forecast, parts));
    }

    private static List<Contribution> contributions(SolvedFamily solved, Forecast forecast, Explanation parts) {
        Wording wording = new Wording(solved.numbering().categories());
        BenchmarkId benchmark = forecast.benchmark();
        List<Contribution> all = new ArrayList<>();
        all.add(new Contribution(Kind.LEVEL, "usual score on " + benchmark, null, benchmark, null, parts.intercept()));
        parts.scores().forEach(part -> all.add(score(solved, forecast.model(), part)));
        parts.shared()
                .forEach(part ->
                        all.add(new Contribution(Kind.KIND, wording.of(part.node()), null, null, null, part.logit())));
        parts.drifts()
                .forEach(part -> all.add(
                        new Contribution(Kind.TRAIT, wording.of(part.drift()), null, null, null, part.logit())));
        if (parts.crowd() != 0) {
            all.add(new Contribution(
                    Kind.CROWD, "models of like names, authors and kinds", null, benchmark, null, parts.crowd()));
        }
        if (forecast.leftOut()) {
            all.add(new Contribution(
                    Kind.WITHDRAWN,
                    "taken back: what the fit learned from the score left out",
                    forecast.model(),
                    benchmark,
                    forecast.measured(),
                    parts.withdrawn()));
        }
        all.sort(Comparator.comparingDouble((Contribution part) -> -Math.abs(part.logit()))
                .thenComparing(Contribution::what));
        return all;
    }

    private static Contribution score(SolvedFamily solved, ModelId asked, ScoreContribution part) {
        ModelId model = solved.models().get(part.model()).id();
        BenchmarkId benchmark = solved.numbering().benchmark(part.column());
        String source = solved.numbering().source(part.column());
        return new Contribution(
                model.equals(asked) ? Kind.OWN : Kind.RELATIVE,
                model + " on " + benchmark + (source == null ? "" : ", measured by another source: " + source),
                model,
                benchmark,
                solved.numbering().isOfOneSource()
                        ? solved.score(model, benchmark)
                        : solved.numbering().score(part.model(), part.column()),
                part.logit());
    }
}

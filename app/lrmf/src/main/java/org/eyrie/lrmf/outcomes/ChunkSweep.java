package org.eyrie.lrmf.outcomes;

import java.io.Serializable;
import java.util.Arrays;
import org.eyrie.lrmf.field.FieldPosterior;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.task.Progress;

/** What a sweep does with a chunk where it lies: models that have nothing to do with each other need no others. */
final class ChunkSweep {

    private ChunkSweep() {}

    /**
     * What all chunks are told at the beginning.
     *
     * @param models number of all models n
     * @param covariates n x q
     * @param attached any number for each of all models
     * @param hidden of all models, or of none
     */
    @SuppressWarnings("ArrayRecordComponent") // read at once
    record Begin(OutcomeShared shared, int models, double[] covariates, double[] attached, boolean[] hidden)
            implements Serializable {}

    /**
     * What all chunks are told of a sweep.
     *
     * @param shared columns, strengths and link as they are now
     * @param spread whether factors carry covariances
     */
    record Told(OutcomeShared shared, boolean spread) implements Serializable {}

    /**
     * What a chunk's models say after their step.
     *
     * @param probed numbers of the factors that a {@link ConvergenceProbe} asks for
     */
    @SuppressWarnings("ArrayRecordComponent") // read at once
    record Said(LinkSums link, float[] probed) implements Serializable {}

    static ChunkState begun(Begin told, OutcomeChunk chunk, ChunkState before) {
        int q = told.shared.link().count;
        double[] covariates = chunk.slice(told.covariates, q);
        double[] expected = told.shared.link().expected(new Covariates(q, covariates), chunk.models());
        Factors models = StartingPoint.models(expected, told.shared.columns().stride());
        boolean[] hidden = told.hidden.length == 0
                ? told.hidden
                : Arrays.copyOfRange(told.hidden, chunk.first(), chunk.first() + chunk.models());
        double[] attached = chunk.slice(told.attached, told.attached.length / told.models);
        return new ChunkState(covariates, attached, hidden, new SkillFactors(models), new double[0]);
    }

    static ChunkState moved(Told told, OutcomeChunk chunk, ChunkState state) {
        SkillField field = field(chunk, told.shared);
        SkillPrior prior = prior(field, told.shared, state);
        Factors models = state.factors().get().copy();
        ModelStep step = new ModelStep(field, models.stride());
        step.collect(alone(told.spread), chunk.seen(state), models, told.shared.columns(), prior.expected());
        FieldPosterior posterior = step.solve(models, prior, told.spread);
        return state.moved(models, told.spread ? field.variances(posterior, 0, field.terms()) : new double[0]);
    }

    static Said said(Probed told, OutcomeChunk chunk, ChunkState state) {
        Factors models = state.factors().get();
        LinkSums link = told.at.spread
                ? prior(field(chunk, told.at.shared), told.at.shared, state).linkSums(models)
                : new LinkSums(0, new double[0], new double[0]);
        ConvergenceProbe probe =
                new ConvergenceProbe(told.models, told.at.shared.columns().count());
        return new Said(link, probe.read(models, chunk.first()));
    }

    /**
     * What is asked after the models' step.
     *
     * @param models number of all models
     */
    record Probed(Told at, int models) implements Serializable {}

    static StrengthSums strayed(Told told, OutcomeChunk chunk, ChunkState state) {
        return prior(field(chunk, told.shared), told.shared, state)
                .strengthSums(state.factors().get(), state.variance());
    }

    static ColumnStatistics columns(Told told, OutcomeChunk chunk, ChunkState state) {
        Factors columns = told.shared.columns();
        return ColumnStep.statistics(
                alone(told.spread),
                chunk.seen(state).transposed(),
                state.factors().get(),
                columns);
    }

    /** As many chunks are worked on at once as there are threads, so one of them has one. */
    private static CellPass alone(boolean spread) {
        return new CellPass(new Workers(1, Progress.NONE), KernelSelection.fastest(), spread);
    }

    private static SkillField field(OutcomeChunk chunk, OutcomeShared shared) {
        LineageGraph strangers = LineageGraph.strangers(chunk.models(), shared.strength().length - 1);
        return new SkillField(
                LineageTerms.of(strangers, shared.settings().structural()),
                chunk.models(),
                shared.settings().rank());
    }

    private static SkillPrior prior(SkillField field, OutcomeShared shared, ChunkState state) {
        return new SkillPrior(
                field, new Covariates(shared.link().count, state.covariates()), shared.strength(), shared.link());
    }
}

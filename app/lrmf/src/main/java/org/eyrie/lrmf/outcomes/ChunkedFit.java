package org.eyrie.lrmf.outcomes;

import java.util.Arrays;
import java.util.List;
import org.eyrie.lrmf.StopReason;

/**
 * A fit of outcomes whose models lie in chunks anywhere. It finds what {@link OutcomeFit} finds of models without lineage
 * ({@link org.eyrie.lrmf.problem.LineageGraph#strangers}), to the last bit.
 *
 * @param models with their factors; whoever has the fit closes them
 * @param trace root mean square move of the logits, sweep by sweep
 * @param likeness as in {@link OutcomeModel#likeness}
 */
public record ChunkedFit(
        OutcomeShared shared, OutcomeChunks models, List<Double> trace, StopReason stopReason, double likeness) {

    public ChunkedFit {
        trace = List.copyOf(trace);
    }

    /**
     * Fits.
     *
     * @param relations number of relations that there might be
     * @param known of all models
     */
    public static ChunkedFit fit(
            OutcomeChunks outcomes,
            int relations,
            ColumnTies ties,
            ModelKnowledge known,
            OutcomeSettings settings,
            RunContext context) {
        double[] strength = new double[relations + 1];
        Arrays.fill(strength, settings.kinship());
        strength[0] = settings.founderRidge();
        Factors columns = StartingPoint.columns(counts(outcomes), new PaddedRank(settings.rank()), settings.seed());
        SkillLink link = SkillLink.none(known.covariates().count(), settings.rank());
        OutcomeShared start = new OutcomeShared(settings, columns, strength, link);
        ChunkedSweep sweep = new ChunkedSweep(outcomes, known, new boolean[0], ties, settings, start);
        return sweep.result(SweepLoop.run(sweep, SweepLoop.WARM_UP, settings, context));
    }

    /**
     * The same from what another fit found, without the outcomes of some models.
     *
     * @param start of the same rank, columns and covariates
     * @param hidden of all models
     */
    public static ChunkedFit continued(
            OutcomeChunks outcomes,
            boolean[] hidden,
            ColumnTies ties,
            ModelKnowledge known,
            OutcomeSettings settings,
            OutcomeShared start,
            RunContext context) {
        ChunkedSweep sweep = new ChunkedSweep(outcomes, known, hidden, ties, settings, start);
        sweep.learnColumnPrior();
        return sweep.result(SweepLoop.run(sweep, 0, settings, context));
    }

    /** How often every column was seen, and how often with success. */
    public static ColumnCounts counts(OutcomeChunks outcomes) {
        return outcomes.collected(0, (none, chunk, state) -> ColumnCounts.of(chunk.table())).stream()
                .reduce(ColumnCounts::plus)
                .orElseThrow(() -> new IllegalArgumentException("There are no outcomes"));
    }
}

package org.eyrie.lrmf.outcomes;

import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.task.Progress;

/** A fit under way whose models lie in chunks anywhere: {@link OutcomeSweep} for models that are strangers. */
final class ChunkedSweep implements Sweeping {

    private final OutcomeSettings settings;
    private final Factors columns;
    private final ColumnPrior columnPrior;
    private final ColumnStep columnStep;
    private final ConvergenceProbe probe;
    private OutcomeChunks chunks;
    private double[] strength;
    private SkillLink link;
    private float[][] probed = {};

    /** @param start of the same rank, columns and covariates; it stays as it is */
    ChunkedSweep(
            OutcomeChunks outcomes,
            ModelKnowledge known,
            boolean[] hidden,
            ColumnTies ties,
            OutcomeSettings settings,
            OutcomeShared start) {
        this.settings = settings;
        this.strength = start.strength();
        this.link = start.link();
        PaddedRank stride = new PaddedRank(settings.rank());
        columns = start.columns().copy();
        columnPrior = new ColumnPrior(ties, stride, settings.ridge(), settings.interceptRidge());
        columnStep = new ColumnStep(stride, columnPrior);
        probe = new ConvergenceProbe(outcomes.models(), outcomes.columns());
        chunks = outcomes.changed(
                new ChunkSweep.Begin(
                        shared(), outcomes.models(), known.covariates().value(), known.attached(), hidden),
                ChunkSweep::begun);
    }

    /** Learns from the columns as they are what to expect of columns. */
    void learnColumnPrior() {
        ColumnPriorLearning.learn(columnPrior, columns);
    }

    @Override
    public void run(CellPass pass, Progress progress) {
        OutcomeChunks before = chunks;
        chunks = before.changed(told(pass), ChunkSweep::moved);
        List<ChunkSweep.Said> said =
                chunks.collected(new ChunkSweep.Probed(told(pass), chunks.models()), ChunkSweep::said);
        before.close();
        probed = said.stream().map(ChunkSweep.Said::probed).toArray(float[][]::new);
        if (pass.spread()) {
            learn(pass, said);
        }
        if (progress.cancelled()) {
            return;
        }
        columnStep.maximise(pass, chunks.summed(told(pass), ChunkSweep::columns), columns);
        if (pass.spread()) {
            learnColumnPrior();
        }
    }

    private void learn(CellPass pass, List<ChunkSweep.Said> said) {
        if (link.count > 0) {
            link = SkillLink.learned(
                    LinkSums.sum(said.stream().map(ChunkSweep.Said::link).toList()));
        }
        List<StrengthSums> strayed = chunks.collected(told(pass), ChunkSweep::strayed);
        strength = StrengthSums.strengths(strayed, strength, settings.rank(), link.count > 0);
    }

    /** What goes out to the chunks is a copy: they may read it when the next step is under way. */
    private ChunkSweep.Told told(CellPass pass) {
        return new ChunkSweep.Told(shared(), pass.spread());
    }

    private OutcomeShared shared() {
        return new OutcomeShared(settings, columns.copy(), strength.clone(), link);
    }

    @Override
    public double move() {
        int[] next = new int[probed.length];
        return probe.move(
                c -> {
                    int chunk = probe.row(c) / OutcomeChunk.ROWS;
                    int size = columns.stride().extended();
                    int at = size * next[chunk]++;
                    return IntStream.range(0, size)
                            .mapToDouble(k -> probed[chunk][at + k])
                            .toArray();
                },
                columns);
    }

    ChunkedFit result(SweepLoop done) {
        return new ChunkedFit(shared(), chunks, done.trace(), done.stop(), columnPrior.likeness());
    }
}

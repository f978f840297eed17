package org.eyrie.lrmf.items;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eyrie.lrmf.StopReason;
import org.eyrie.lrmf.outcomes.ChunkedFit;
import org.eyrie.lrmf.outcomes.ColumnTies;
import org.eyrie.lrmf.outcomes.ModelKnowledge;
import org.eyrie.lrmf.outcomes.OutcomeChunks;
import org.eyrie.lrmf.outcomes.OutcomeSettings;
import org.eyrie.lrmf.outcomes.OutcomeShared;
import org.eyrie.lrmf.outcomes.OutcomeTable;
import org.eyrie.lrmf.outcomes.RunContext;

/** Outcomes that lie in chunks, wherever. What goes between them and here is small beside them. */
record ChunkedTable(OutcomeChunks chunks, int relations, ColumnTies ties) implements ItemEngine {

    @Override
    public boolean[] seen() {
        boolean[] all = new boolean[chunks.models()];
        int from = 0;
        for (boolean[] some : chunks.collected(0, (none, chunk, state) -> ChunkResiduals.seen(chunk))) {
            System.arraycopy(some, 0, all, from, some.length);
            from += some.length;
        }
        return all;
    }

    @Override
    public OutcomeTable rows(int[] models) {
        int[] sorted = Arrays.stream(models).sorted().distinct().toArray();
        List<OutcomeTable> parts =
                chunks.collected(sorted, (rows, chunk, state) -> chunk.table().ofRows(chunk.among(rows)));
        return OutcomeTable.together(parts).ofRows(places(models, sorted));
    }

    private static int[] places(int[] models, int[] sorted) {
        return Arrays.stream(models).map(u -> Arrays.binarySearch(sorted, u)).toArray();
    }

    @Override
    public Learned fit(ModelKnowledge known, OutcomeSettings settings, RunContext context) {
        return new Found(ChunkedFit.fit(chunks, relations, ties, known, settings, context));
    }

    @Override
    public Learned without(
            boolean[] hidden, Learned whole, ModelKnowledge known, OutcomeSettings settings, RunContext context) {
        return new Found(ChunkedFit.continued(chunks, hidden, ties, known, settings, whole.shared(), context));
    }

    private record Found(ChunkedFit fit) implements Learned {

        @Override
        public OutcomeShared shared() {
            return fit.shared();
        }

        @Override
        public StopReason stopReason() {
            return fit.stopReason();
        }

        @Override
        public double likeness() {
            return fit.likeness();
        }

        @Override
        public double[] surprisingSkills() {
            double[] all =
                    new double[fit.models().models() * shared().settings().rank()];
            int from = 0;
            for (double[] some : fit.models().collected(shared(), ChunkResiduals::skills)) {
                System.arraycopy(some, 0, all, from, some.length);
                from += some.length;
            }
            return all;
        }

        @Override
        public List<ItemResidual> residuals(int[] models) {
            int[] sorted = Arrays.stream(models).sorted().distinct().toArray();
            List<ItemResidual> found = new ArrayList<>();
            fit.models()
                    .collected(new ChunkResiduals.Asked(shared(), sorted), ChunkResiduals::of)
                    .forEach(some -> found.addAll(Arrays.asList(some)));
            return Arrays.stream(places(models, sorted)).mapToObj(found::get).toList();
        }

        @Override
        public void close() {
            fit.models().close();
        }
    }
}

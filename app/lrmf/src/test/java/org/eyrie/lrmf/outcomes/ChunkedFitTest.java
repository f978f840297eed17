package org.eyrie.lrmf.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.eyrie.lrmf.problem.LineageGraph;
import org.junit.jupiter.api.Test;

/** Models in chunks anywhere are fitted as all of them at once. */
class ChunkedFitTest {

    private static final int MODELS = 2 * OutcomeChunk.ROWS + 500;
    private static final int ITEMS = 12;
    private static final OutcomeSettings SETTINGS = new OutcomeSettings(3, 3, 1, 1, 0.3, true, true, 6, 1e-9, 1);

    private final SplittableRandom random = new SplittableRandom(3);
    private final double[] covariate =
            random.doubles(2L * MODELS, -1, 1).map(x -> Math.round(9 * x) / 9.0).toArray();
    private final OutcomeTable outcomes = draw();
    private final LineageGraph strangers = LineageGraph.strangers(MODELS, 2);
    private final ColumnTies ties =
            ColumnTies.ofGroups(IntStream.range(0, ITEMS).map(i -> i % 2).toArray(), 2);

    private OutcomeTable draw() {
        int[] seen = IntStream.range(0, MODELS * ITEMS)
                .filter(c -> random.nextInt(10) < 4)
                .toArray();
        byte[] success = new byte[seen.length];
        for (int c = 0; c < success.length; c++) {
            double logit = 2 * covariate[2 * (seen[c] / ITEMS)] - 1 + seen[c] % ITEMS / 6.0;
            success[c] = (byte) (random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? 1 : 0);
        }
        return OutcomeTable.of(
                MODELS,
                ITEMS,
                Arrays.stream(seen).map(c -> c / ITEMS).toArray(),
                Arrays.stream(seen).map(c -> c % ITEMS).toArray(),
                success);
    }

    private static void assertSame(ChunkedFit found, OutcomeModel expected) {
        assertThat(found.trace()).isEqualTo(expected.trace());
        assertThat(found.stopReason()).isEqualTo(expected.stopReason());
        assertThat(found.shared().columns().outers())
                .isEqualTo(expected.shared().columns().outers());
        assertThat(found.shared().strength()).isEqualTo(expected.strengths());
        assertThat(found.shared().linkCoefficients())
                .isEqualTo(expected.shared().linkCoefficients());
        double[] last = found.models()
                .collected(0, (none, chunk, state) -> state.factors()
                        .posterior(chunk.models() - 1, found.shared())
                        .covariance())
                .get(2);
        assertThat(last).isEqualTo(expected.posterior(MODELS - 1).covariance());
    }

    @Test
    void chunksFindWhatAllModelsAtOnceFindToTheLastBit() {
        Covariates covariates = new Covariates(2, covariate);
        ModelKnowledge known = new ModelKnowledge(covariates, new double[0]);
        OutcomeProblem problem = new OutcomeProblem(strangers, outcomes, ties, covariates);
        OutcomeModel whole = OutcomeFit.fit(problem, SETTINGS, RunContext.of(2));
        OutcomeChunks chunks = LocalChunks.of(outcomes);
        ChunkedFit found = ChunkedFit.fit(chunks, 2, ties, known, SETTINGS, RunContext.of(2));
        assertSame(found, whole);

        boolean[] hidden = new boolean[MODELS];
        for (int u = 0; u < MODELS; u += 5) {
            hidden[u] = true;
        }
        OutcomeModel rest = OutcomeFit.continued(
                new OutcomeProblem(strangers, outcomes.without(hidden), ties, covariates),
                SETTINGS,
                whole.shared(),
                RunContext.of(2));
        assertSame(ChunkedFit.continued(chunks, hidden, ties, known, SETTINGS, found.shared(), RunContext.of(2)), rest);
    }
}

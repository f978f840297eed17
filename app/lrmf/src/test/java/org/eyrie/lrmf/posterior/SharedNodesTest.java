package org.eyrie.lrmf.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.eyrie.lrmf.learning.LrmfFit;
import org.eyrie.lrmf.linalg.SelectedInverse;
import org.eyrie.lrmf.simulate.SimulatedLineage;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Families that the fit never saw together have a covariance all the same, whoever asks for it and how often. */
class SharedNodesTest {

    private static SharedNodes nodes;
    private static int count;
    private static int d;

    @BeforeAll
    static void fitOnce() {
        SharedPart shared = LrmfFit.fit(
                        new SimulatedLineage(21, 150, 3, 0.6).problem, LrmfSettings.DEFAULT, Progress.NONE)
                .shared();
        nodes = shared.nodes;
        count = shared.sharedNodes();
        d = shared.rank();
    }

    private static double[] block(SharedNodes asked, int i, int j) {
        double[] block = new double[d * d];
        asked.covariance(i, j, block, 0);
        return block;
    }

    @Test
    void anyTwoNodesHaveTheCovarianceThatASolutionGives() {
        SelectedInverse selected = SelectedInverse.of(nodes.factor);
        int notJoined = 0;
        for (int j = 0; j < count; j += 7) {
            for (int c = 0; c < d; c++) {
                double[] unit = new double[nodes.factor.nodes() * d];
                unit[j * d + c] = 1;
                nodes.factor.solve(unit);
                for (int i = 0; i < count; i++) {
                    double[] block = block(nodes, i, j);
                    for (int r = 0; r < d; r++) {
                        assertThat(block[r * d + c]).isCloseTo(unit[i * d + r], within(1e-10));
                    }
                    notJoined += selected.holds(i, j) ? 0 : 1;
                }
            }
        }
        assertThat(notJoined).isPositive();
    }

    @Test
    void manyWhoAskAtOnceHearWhatOneHears() {
        SharedNodes fresh = new SharedNodes(nodes.dictionary, nodes.mean, nodes.factor, d);
        IntStream.range(0, 2_000).parallel().forEach(k -> {
            int i = k / 2 * 31 % count;
            int j = k / 2 * 17 % count;
            assertThat(block(fresh, i, j)).isEqualTo(block(nodes, i, j));
        });
    }
}

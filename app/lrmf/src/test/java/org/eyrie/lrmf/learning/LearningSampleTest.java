package org.eyrie.lrmf.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import org.eyrie.lrmf.observation.ObservedCells;
import org.eyrie.lrmf.observation.ScoreScale;
import org.eyrie.lrmf.posterior.LeaveOut;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.simulate.HubLike;
import org.eyrie.lrmf.simulate.HubShape;
import org.eyrie.lrmf.simulate.Simulation;
import org.eyrie.lrmf.simulate.SimulationSettings;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;

class LearningSampleTest {

    private static final int MODELS = 8_000;
    private static final Simulation WORLD = world();

    private final Problem problem = problem();

    private static HubLike drawn() {
        return HubLike.draw(MODELS, HubShape.of("hub"), 3);
    }

    private static Simulation world() {
        return new Simulation(drawn().lineage(), SimulationSettings.benchmarks(4, 3));
    }

    private static Problem problem() {
        HubLike drawn = drawn();
        return new Problem(drawn.lineage(), drawn.traits(), WORLD.seen());
    }

    private static int[] members(Problem problem, long seed) {
        ObservedCells cells = ObservedCells.of(
                problem.observations(), problem.lineage().models(), new ScoreScale(LrmfSettings.DEFAULT.margin()));
        return LearningSample.members(problem, cells, seed, 500);
    }

    @Test
    void aSampleHasTheAncestorsOfWhoeverIsInItAndIsDrawnAlikeAgain() {
        int[] members = members(problem, 1);
        BitSet drawn = new BitSet();
        Arrays.stream(members).forEach(drawn::set);
        for (int e = 0; e < problem.lineage().edges(); e++) {
            assertThat(!drawn.get(problem.lineage().child()[e])
                            || drawn.get(problem.lineage().parent()[e]))
                    .isTrue();
        }
        assertThat(members).hasSizeGreaterThanOrEqualTo(500).isSorted();
        assertThat(members(problem, 1)).isEqualTo(members);
        assertThat(members(problem, 2)).isNotEqualTo(members);
    }

    @Test
    void aColumnOfFewScoresKeepsThemAll() {
        Observations seen = problem.observations();
        int last = seen.columns() - 1;
        Problem thin = problem.with(seen.only(c -> seen.column()[c] != last || seen.model()[c] % 100 == 7));
        int[] members = members(thin, 1);
        long all = Arrays.stream(thin.observations().column())
                .filter(column -> column == last)
                .count();
        long kept = Arrays.stream(thin.only(members).observations().column())
                .filter(column -> column == last)
                .count();
        assertThat(kept).isEqualTo(all).isPositive();
        assertThat(members.length).isLessThan(MODELS / 2);
    }

    @Test
    void whatASampleTellsPredictsAsWellAsWhatAllTell() {
        FitResult all = LrmfFit.fit(problem, LrmfSettings.DEFAULT, Progress.NONE);
        FitResult sampled = LrmfFit.fit(problem, LrmfSettings.DEFAULT, Progress.NONE, MODELS / 2);
        assertThat(sampled.stopReason()).isEqualTo(all.stopReason());
        double before = error(all);
        double after = error(sampled);
        assertThat(after).isNotEqualTo(before);
        assertThat(after / before).isBetween(.99, 1.01);
    }

    /** Root mean square over chances that no fit saw anything of. */
    private static double error(FitResult fit) {
        double sum = 0;
        int cells = 0;
        for (int u = 0; u < MODELS; u++) {
            for (int i = 0; i < 4; i++) {
                if (WORLD.isHeldOut(u, i)) {
                    double off =
                            fit.models().predict(u, i, LeaveOut.NOTHING, .9).mean() - WORLD.probability(u, i);
                    sum += off * off;
                    cells++;
                }
            }
        }
        assertThat(cells).isGreaterThan(1_000);
        return Math.sqrt(sum / cells);
    }
}

package org.eyrie.lrmf.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.eyrie.lrmf.posterior.CellPrediction;
import org.eyrie.lrmf.posterior.FamilyPosterior;
import org.eyrie.lrmf.posterior.LeaveOut;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.posterior.SharedPart;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.simulate.SimulatedLineage;
import org.eyrie.lrmf.simulate.Subgraph;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The figures that the engine is meant to reach on real lineage and scores. */
@Tag("thorough")
class LeaderboardIT {

    private static Problem problem;

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(
                Files.isDirectory(Leaderboard.folder()),
                () -> "Skipped: no leaderboard at " + Leaderboard.folder().toAbsolutePath());
        problem = new Leaderboard().read(Leaderboard.folder());
    }

    @Test
    void theGlobalFitTakesSecondsAndItsLargestFamilyAFractionOfOne() {
        long start = cpuNanos();
        FitResult fit = LrmfFit.fit(problem, LrmfSettings.DEFAULT, Progress.NONE);
        double seconds = (cpuNanos() - start) / 1e9;
        List<Integer> members = Subgraph.components(problem).get(0);
        Problem largest = Subgraph.of(problem, members);
        SharedPart shared = SharedPart.fromBytes(fit.shared().toBytes());
        double family = Double.POSITIVE_INFINITY;
        FamilyPosterior local = shared.solve(largest);
        for (int run = 0; run < 5; run++) {
            start = cpuNanos();
            local = shared.solve(largest);
            local.predict(0, 0, LeaveOut.CELL, 0.9);
            family = Math.min(family, (cpuNanos() - start) / 1e6);
        }
        System.out.printf(
                "global fit %.1f s of one processor, family of %d models %.0f ms, shared part %d bytes%n",
                seconds, members.size(), family, shared.toBytes().length);

        assertThat(seconds).isLessThan(20); // of one processor: under 10 on two, with room for a busy machine
        assertThat(family).isLessThan(600); // the largest family has 1,187 models; with the same room
        for (int k = 0; k < members.size(); k++) {
            CellPrediction one = fit.models().predict(members.get(k), 2, LeaveOut.CELL, 0.9);
            CellPrediction two = local.predict(k, 2, LeaveOut.CELL, 0.9);
            assertThat(two.logitMean()).isCloseTo(one.logitMean(), within(1e-7));
            assertThat(two.logitVariance()).isCloseTo(one.logitVariance(), within(1e-7));
        }
    }

    @Test
    void unseenModelsWithParentsArePredicted() {
        boolean[] scored = scored();
        boolean[] derived = new boolean[problem.lineage().models()];
        for (int child : problem.lineage().child()) {
            derived[child] = true;
        }
        Random random = new Random(3);
        boolean[] held = new boolean[derived.length];
        for (int u = 0; u < held.length; u++) {
            held[u] = scored[u] && derived[u] && random.nextInt(5) == 0;
        }

        Accuracy accuracy = Accuracy.of(problem, u -> held[u], u -> held[u]);

        System.out.println("cold start, one fold: " + accuracy);
        assertThat(accuracy.correlation()).isGreaterThan(0.84);
        assertThat(accuracy.error()).isLessThan(0.062);
        assertThat(accuracy.coverage()).isBetween(0.87, 0.93);
    }

    @Test
    void modelsOfTheFutureArePredicted() {
        boolean[] scored = scored();
        double[] day = problem.traits().uploadedDay();
        double cut = LocalDate.parse("2024-12-01").toEpochDay();
        IntPredicate late = u -> scored[u] && day[u] >= cut;

        Accuracy accuracy = Accuracy.of(problem, late, u -> !(day[u] < cut));

        System.out.println("late: " + accuracy);
        assertThat(accuracy.correlation()).isGreaterThan(0.78);
        assertThat(accuracy.error()).isLessThan(0.079);
        assertThat(accuracy.coverage()).isBetween(0.86, 0.93);
    }

    private static boolean[] scored() {
        boolean[] scored = new boolean[problem.lineage().models()];
        for (int u : problem.observations().model()) {
            scored[u] = true;
        }
        return scored;
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Means over the columns of Pearson correlation, root mean squared error and coverage of 90 % intervals. */
    record Accuracy(double correlation, double error, double coverage) {

        static Accuracy of(Problem problem, IntPredicate tested, IntPredicate hidden) {
            boolean[] hide = new boolean[problem.lineage().models()];
            for (int u = 0; u < hide.length; u++) {
                hide[u] = hidden.test(u);
            }
            FamilyPosterior models = LrmfFit.fit(
                            SimulatedLineage.without(problem, hide), LrmfSettings.DEFAULT, Progress.NONE)
                    .models();
            Observations all = problem.observations();
            double correlation = 0;
            double error = 0;
            double coverage = 0;
            for (int i = 0; i < all.columns(); i++) {
                int column = i;
                int[] cells = IntStream.range(0, all.cells())
                        .filter(c -> all.column()[c] == column && tested.test(all.model()[c]))
                        .toArray();
                double[] sums = new double[7];
                for (int c : cells) {
                    CellPrediction p = models.predict(all.model()[c], i, LeaveOut.MODEL, 0.9);
                    double y = all.score()[c];
                    double x = p.mean();
                    double[] parts = {
                        x, y, x * x, y * y, x * y, (x - y) * (x - y), y >= p.lower() && y <= p.upper() ? 1 : 0
                    };
                    for (int k = 0; k < parts.length; k++) {
                        sums[k] += parts[k] / cells.length;
                    }
                }
                correlation += (sums[4] - sums[0] * sums[1])
                        / Math.sqrt((sums[2] - sums[0] * sums[0]) * (sums[3] - sums[1] * sums[1]));
                error += Math.sqrt(sums[5]);
                coverage += sums[6];
            }
            int m = all.columns();
            return new Accuracy(correlation / m, error / m, coverage / m);
        }
    }
}

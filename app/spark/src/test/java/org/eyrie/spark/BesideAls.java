package org.eyrie.spark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.eyrie.lrmf.outcomes.ChunkedFit;
import org.eyrie.lrmf.outcomes.ColumnTies;
import org.eyrie.lrmf.outcomes.Covariates;
import org.eyrie.lrmf.outcomes.KernelSelection;
import org.eyrie.lrmf.outcomes.ModelKnowledge;
import org.eyrie.lrmf.outcomes.OutcomeChunk;
import org.eyrie.lrmf.outcomes.OutcomeFit;
import org.eyrie.lrmf.outcomes.OutcomeModel;
import org.eyrie.lrmf.outcomes.OutcomeProblem;
import org.eyrie.lrmf.outcomes.OutcomeSettings;
import org.eyrie.lrmf.outcomes.OutcomeTable;
import org.eyrie.lrmf.outcomes.RunContext;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.simulate.RandomFamilies;
import org.eyrie.lrmf.simulate.Simulation;
import org.eyrie.lrmf.simulate.SimulationSettings;

/**
 * Cells per second and core of an item fit on Spark, beside those of Spark's own alternating least squares ({@link
 * AlternatingLeastSquares}), on the same cells, with the same rank and number of sweeps, in one process and on one thread.
 * Neither knows the lineage. Arguments, all of which may be left out: models, items, rank, sweeps, threads, and then ridges of the least squares.
 *
 * <p>Prints processor time of all threads of the process, collector and compiler included, of the last of three runs, and how
 * well each foresees held-out outcomes of models with outcomes seen. Least squares has its ridge chosen by the held-out cells
 * themselves, which favours it.
 */
public final class BesideAls {

    private static final double SEEN = 0.1;
    private static final int ROUNDS = 3;
    private static final double[] RIDGES = {0.001, 0.003, 0.01, 0.03};

    private BesideAls() {}

    /** Runs both. */
    public static void main(String[] arguments) throws IOException {
        int[] size = {20_000, 2_000, 8, 10, 1};
        for (int k = 0; k < Math.min(arguments.length, size.length); k++) {
            size[k] = Integer.parseInt(arguments[k]);
        }
        double[] ridges = arguments.length <= size.length
                ? RIDGES
                : Arrays.stream(arguments)
                        .skip(size.length)
                        .mapToDouble(Double::parseDouble)
                        .toArray();
        int rank = size[2];
        int sweeps = size[3];
        LineageGraph lineage = RandomFamilies.draw(size[0], 0.3, 0.05, 1).lineage();
        Simulation simulation = new Simulation(lineage, SimulationSettings.items(size[1], SEEN, 1));
        Observations seen = simulation.seen();
        OutcomeTable table = OutcomeTable.of(size[0], size[1], seen.model(), seen.column(), successes(seen));
        HiddenOutcomes hidden = HiddenOutcomes.of(simulation);
        System.out.printf(
                Locale.ROOT,
                "%d models, %d items, %d cells seen, %d held out, rank %d, %d sweeps, %d threads, kernel: %s%n",
                size[0],
                size[1],
                table.cells(),
                hidden.count(),
                rank,
                sweeps,
                size[4],
                KernelSelection.description());
        System.out.println("who | processor s | million cells a second and core | held-out log-loss, Brier, accuracy");
        System.out.println("the true probabilities | | | " + hidden.judged(simulation::probability));
        try (SparkSession session = LocalSpark.session("local[" + size[4] + "]")) {
            session.sparkContext().setLogLevel("ERROR");
            long work = (long) table.cells() * sweeps;
            for (boolean spread : new boolean[] {false, true}) {
                OutcomeSettings settings = new OutcomeSettings(rank, 3, 1, 1, 0.3, true, spread, sweeps, 1e-12, 1);
                eyrie(session, table, settings, hidden, work);
            }
            AlternatingLeastSquares als = new AlternatingLeastSquares(session, seen, size[0], size[1], rank, sweeps);
            for (double ridge : ridges) {
                double[] seconds = new double[1];
                AlternatingLeastSquares.Fitted fitted = als.fit(ridge);
                for (int round = 1; round < ROUNDS; round++) {
                    fitted = timed(seconds, () -> als.fit(ridge));
                }
                report("Spark MLlib, ALS, ridge " + ridge, seconds[0], work, hidden.judged(fitted::probability));
            }
        }
    }

    private static void eyrie(
            SparkSession session, OutcomeTable table, OutcomeSettings settings, HiddenOutcomes hidden, long work) {
        JavaSparkContext spark = new JavaSparkContext(session.sparkContext());
        List<OutcomeChunk> chunks = List.of(OutcomeChunk.of(table));
        JavaRDD<OutcomeChunk> placed = spark.parallelize(chunks, chunks.size()).persist(StorageLevel.MEMORY_ONLY());
        placed.count();
        ColumnTies ties = ColumnTies.ofGroups(new int[table.columns()], 1);
        ModelKnowledge known = new ModelKnowledge(Covariates.NONE, new double[0]);
        double[] seconds = new double[1];
        ChunkedFit fit = null;
        for (int round = 0; round < ROUNDS; round++) {
            SparkChunks outcomes = SparkChunks.of(spark, placed, table.rows(), table.columns());
            fit = timed(seconds, () -> ChunkedFit.fit(outcomes, 1, ties, known, settings, RunContext.of(1)));
            fit.models().close();
        }
        // The same to the last bit, in a form that can be asked.
        OutcomeModel asked = OutcomeFit.fit(
                new OutcomeProblem(LineageGraph.strangers(table.rows(), 1), table, ties, Covariates.NONE),
                settings,
                RunContext.of(1));
        if (fit == null || !fit.trace().equals(asked.trace())) {
            throw new IllegalStateException("On Spark another fit was found");
        }
        String name = settings.spread() ? "Eyrie, all learned" : "Eyrie, strengths given";
        report(name, seconds[0], work, hidden.judged(asked::probability));
    }

    private static void report(String who, double seconds, long work, HiddenOutcomes.Judged judged) {
        System.out.printf(Locale.ROOT, "%s | %.2f | %.2f | %s%n", who, seconds, work * 1e-6 / seconds, judged);
    }

    private static byte[] successes(Observations seen) {
        byte[] success = new byte[seen.score().length];
        for (int c = 0; c < success.length; c++) {
            success[c] = (byte) Math.round(seen.score()[c]);
        }
        return success;
    }

    private static <T> T timed(double[] seconds, Supplier<T> work) {
        System.gc();
        double begin = processorSeconds();
        T made = work.get();
        seconds[0] = processorSeconds() - begin;
        return made;
    }

    /** Of all threads of this process. */
    private static double processorSeconds() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getProcessCpuTime()
                * 1e-9;
    }
}

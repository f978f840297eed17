package org.eyrie.lrmf.learning;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.List;
import java.util.Locale;
import org.eyrie.lrmf.posterior.LeaveOut;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.posterior.SharedPart;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.ModelTraits;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.simulate.HubLike;
import org.eyrie.lrmf.simulate.HubShape;
import org.eyrie.lrmf.simulate.RandomFamilies;
import org.eyrie.lrmf.simulate.Simulation;
import org.eyrie.lrmf.simulate.SimulationSettings;
import org.eyrie.lrmf.simulate.Subgraph;
import org.eyrie.task.Progress;

/**
 * How the time and memory of a global fit grow with the number of models, of columns and with what the lineage is like.
 *
 * <p>Each argument is one lineage: {@code hub:models}, {@code llm:models} or {@code star:models}, a lineage as skew as a
 * public hub ({@link HubShape}); {@code real:typed}, the real lineage of the shared data folder, so many of whose models have
 * a type, 0 to 1; or {@code models:columns:founders:merges}, families at random: how many models, benchmarks, the share of
 * models without parents (0 makes one family of all) and the share of the others that have several. Without arguments, a
 * series of the last. Scores are simulated, six benchmarks where nothing is said. Prints one line each: processor seconds of
 * all threads, sweeps, what was cut, the most memory that was in use, what of it is left, how large the fit is that is kept, and what the first
 * answer about the largest family of at most 2,000 models takes.
 * {@code -Dsampled=N} learns from a sample from N models on. Progress goes to the error stream, with the seconds, where {@code -Dprogress=true}.
 */
public final class FitScaling {

    private static final String[] USUAL = {
        "10000:6:0.3:0.05",
        "30000:6:0.3:0.05",
        "100000:6:0.3:0.05",
        "20000:6:0:0",
        "20000:6:0:0.2",
        "10000:3:0.3:0.05",
        "10000:12:0.3:0.05"
    };

    private static final int MOST_READ = 2_000;

    private FitScaling() {}

    /** Runs the series. */
    public static void main(String[] arguments) throws IOException {
        System.out.println(
                "lineage | models edges cells | wall cpu sweeps stop | links cut | peak MB, after, kept | family, ms");
        for (String each : arguments.length == 0 ? USUAL : arguments) {
            run(each);
        }
    }

    /** A lineage and how many columns to measure. */
    private record Case(LineageGraph lineage, ModelTraits traits, int columns) {

        static Case of(String[] parts) throws IOException {
            if (parts[0].equals("real")) {
                RealLineage real = RealLineage.read(RealLineage.file(), Double.parseDouble(parts[1]), 1);
                return new Case(real.lineage(), real.traits(), 6);
            }
            if (!Character.isDigit(parts[0].charAt(0))) {
                HubLike drawn = HubLike.draw(Integer.parseInt(parts[1]), HubShape.of(parts[0]), 1);
                return new Case(drawn.lineage(), drawn.traits(), 6);
            }
            RandomFamilies families = RandomFamilies.draw(
                    Integer.parseInt(parts[0]), Double.parseDouble(parts[2]), Double.parseDouble(parts[3]), 1);
            return new Case(families.lineage(), families.traits(), Integer.parseInt(parts[1]));
        }

        Problem problem() {
            Simulation simulation = new Simulation(lineage, SimulationSettings.benchmarks(columns, 1));
            return new Problem(lineage, traits, simulation.seen());
        }
    }

    private static void run(String name) throws IOException {
        Problem problem = Case.of(name.split(":")).problem();
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans();
        System.gc();
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
        long wall = System.nanoTime();
        double cpu = processorSeconds();
        FitResult fit = LrmfFit.fit(
                problem, settings(), progress(cpu), Integer.getInteger("sampled", LearningSample.WORTHWHILE));
        double wallSeconds = (System.nanoTime() - wall) * 1e-9;
        double cpuSeconds = processorSeconds() - cpu;
        long peak =
                pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        byte[] kept = fit.shared().toBytes();
        int family = largest(problem);
        double served = served(problem, family, SharedPart.fromBytes(kept));
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "%s | %d %d %d | %.1f %.1f %d %s | %d %d | %d %d %.1f | %d %.0f%n",
                name,
                problem.lineage().models(),
                problem.lineage().edges(),
                problem.observations().cells(),
                wallSeconds,
                cpuSeconds,
                fit.trace().size() - 1,
                fit.stopReason(),
                fit.exactness().links(),
                fit.exactness().cut(),
                peak >> 20,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                kept.length * 1e-6,
                Subgraph.components(problem).get(family).size(),
                served);
    }

    /** As always, but for the number of sweeps where {@code -Dsweeps=N} bounds it. */
    private static LrmfSettings settings() {
        LrmfSettings usual = LrmfSettings.DEFAULT;
        int sweeps = Integer.getInteger("sweeps", usual.maxSweeps());
        return new LrmfSettings(usual.maxRank(), usual.margin(), sweeps, usual.tolerance(), usual.seed());
    }

    /** The largest family that would be read as a whole. */
    private static int largest(Problem problem) {
        List<List<Integer>> families = Subgraph.components(problem);
        int found = 0;
        while (families.get(found).size() > MOST_READ && found + 1 < families.size()) {
            found++;
        }
        return found;
    }

    /** Processor milliseconds of the first answer about a family. */
    private static double served(Problem problem, int family, SharedPart shared) {
        Problem members = Subgraph.of(problem, Subgraph.components(problem).get(family));
        double begin = processorSeconds();
        shared.solve(members).predict(0, 0, LeaveOut.CELL, 0.9);
        return (processorSeconds() - begin) * 1e3;
    }

    private static Progress progress(double begin) {
        if (!Boolean.getBoolean("progress")) {
            return Progress.NONE;
        }
        return Progress.of(
                (step, done, total) -> System.err.printf(
                        Locale.ROOT, "%.1f s: %s %d/%d%n", processorSeconds() - begin, step, done, total),
                () -> false);
    }

    /** Of all threads of this process. */
    private static double processorSeconds() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getProcessCpuTime()
                * 1e-9;
    }
}

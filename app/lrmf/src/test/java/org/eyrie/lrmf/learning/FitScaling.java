package org.eyrie.lrmf.learning;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.simulate.RandomFamilies;
import org.eyrie.lrmf.simulate.Simulation;
import org.eyrie.lrmf.simulate.SimulationSettings;
import org.eyrie.task.Progress;

/**
 * How the time of a global fit grows with the number of models, of columns and with the size of the families.
 *
 * <p>Each argument is {@code models:columns:founders:merges}: how many models, benchmarks, the share of models without
 * parents (0 makes one family of all) and the share of the others that have several. Without arguments, a series of
 * them. Prints one line each: seconds on the clock and of all processors, sweeps, what was cut, memory in use after.
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

    private FitScaling() {}

    /** Runs the series. */
    public static void main(String[] arguments) {
        System.out.println("models columns founders merges | edges cells | wall cpu sweeps stop | links cut | MB");
        for (String each : arguments.length == 0 ? USUAL : arguments) {
            run(each.split(":"));
        }
    }

    private static void run(String[] parts) {
        int models = Integer.parseInt(parts[0]);
        int columns = Integer.parseInt(parts[1]);
        double founders = Double.parseDouble(parts[2]);
        double merges = Double.parseDouble(parts[3]);
        RandomFamilies families = RandomFamilies.draw(models, founders, merges, 1);
        Simulation simulation = new Simulation(families.lineage(), SimulationSettings.benchmarks(columns, 1));
        Problem problem = new Problem(families.lineage(), families.traits(), simulation.seen());
        long wall = System.nanoTime();
        double cpu = processorSeconds();
        FitResult fit = LrmfFit.fit(problem, LrmfSettings.DEFAULT, Progress.NONE);
        double wallSeconds = (System.nanoTime() - wall) * 1e-9;
        double cpuSeconds = processorSeconds() - cpu;
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "%s | %d %d | %.1f %.1f %d %s | %d %d | %d%n",
                String.join(" ", parts),
                families.lineage().edges(),
                problem.observations().cells(),
                wallSeconds,
                cpuSeconds,
                fit.trace().size() - 1,
                fit.stopReason(),
                fit.exactness().links(),
                fit.exactness().cut(),
                (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    /** Of all threads of this process. */
    private static double processorSeconds() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getProcessCpuTime()
                * 1e-9;
    }
}

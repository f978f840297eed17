package org.eyrie.lrmf.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.eyrie.lrmf.outcomes.KernelSelection;
import org.eyrie.lrmf.outcomes.OutcomeSettings;
import org.eyrie.lrmf.outcomes.RunContext;
import org.eyrie.lrmf.outcomes.OutcomeFit;
import org.eyrie.lrmf.outcomes.OutcomeModel;

/**
 * Fits outcomes of a file, from nothing, once for each number of sweeps, and prints seconds and held-out losses:
 * {@code FitOutcomes FILE.npz [sweeps=1,2,3,5,7] [rank=8] [kinship=3] [spread=false] [structural=true] [threads=2]
 * [rounds=2]}. The first round warms the virtual machine up; the last one counts.
 */
public final class FitOutcomes {

    private FitOutcomes() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            System.err.println("usage: FitOutcomes FILE.npz [sweeps=1,2,3,5,7] [rank=8] [kinship=3] [spread=false]"
                    + " [structural=true] [threads=2] [rounds=2]");
            System.exit(2);
        }
        Map<String, String> options = new HashMap<>(Map.of(
                "sweeps", "1,2,3,5,7",
                "rank", "8",
                "kinship", "3",
                "spread", "false",
                "structural", "true",
                "threads", "2",
                "rounds", "2"));
        for (String option : arguments) {
            int sign = option.indexOf('=');
            if (sign > 0 && options.replace(option.substring(0, sign), option.substring(sign + 1)) == null) {
                throw new IllegalArgumentException("There is no option " + option);
            }
        }
        OutcomeData data = OutcomeData.read(Path.of(arguments[0]));
        System.out.printf(
                "%d models, %d items, %d cells seen, truth %s, kernel: %s%n",
                data.problem().outcomes().rows(),
                data.problem().outcomes().columns(),
                data.problem().outcomes().cells(),
                data.heldOut().loss(),
                KernelSelection.description());
        int[] sweeps = Arrays.stream(options.get("sweeps").split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
        int rounds = Integer.parseInt(options.get("rounds"));
        for (int round = 1; round <= rounds; round++) {
            System.out.printf("round %d: sweeps, seconds, log-loss warm, cold, Brier warm, cold, MB%n", round);
            for (int limit : sweeps) {
                report(data, limit, options);
            }
        }
    }

    private static void report(OutcomeData data, int sweeps, Map<String, String> options) {
        OutcomeSettings settings = new OutcomeSettings(
                Integer.parseInt(options.get("rank")),
                Double.parseDouble(options.get("kinship")),
                1,
                1,
                0.3,
                Boolean.parseBoolean(options.get("structural")),
                Boolean.parseBoolean(options.get("spread")),
                sweeps,
                0,
                1);
        long begun = System.nanoTime();
        OutcomeModel fitted = OutcomeFit.fit(
                data.problem(), settings, RunContext.of(Integer.parseInt(options.get("threads"))));
        double seconds = (System.nanoTime() - begun) / 1e9;
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        System.out.printf(
                Locale.ROOT, "%2d %7.2f  %s  %d%n", sweeps, seconds, data.heldOut().loss(fitted), used >> 20);
    }
}

package org.eyrie.lrmf.peers;

import java.io.IOException;
import java.nio.file.Path;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.simulate.RandomFamilies;
import org.eyrie.lrmf.simulate.Simulation;
import org.eyrie.lrmf.simulate.SimulationSettings;

/** Writes simulated outcomes of random families: {@code SimulateOutcomes FILE.npz MODELS ITEMS SHARE-SEEN SEED
 * [SHARE-MERGED [SHARE-FOUNDERS]]}. Merges of models drawn at random make a tangle that real lineage is not; without any
 * it is a forest, and without founders but the first one family. */
public final class SimulateOutcomes {

    private static final String USAGE =
            "usage: SimulateOutcomes FILE.npz MODELS ITEMS SHARE-SEEN SEED [SHARE-MERGED [SHARE-FOUNDERS]]";
    private static final double FOUNDERS = 0.1;

    private SimulateOutcomes() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 5 || arguments.length > 7) {
            System.err.println(USAGE);
            System.exit(2);
        }
        int models = Integer.parseInt(arguments[1]);
        int items = Integer.parseInt(arguments[2]);
        long seed = Long.parseLong(arguments[4]);
        double merges = arguments.length > 5 ? Double.parseDouble(arguments[5]) : 0;
        double founders = arguments.length > 6 ? Double.parseDouble(arguments[6]) : FOUNDERS;
        LineageGraph lineage =
                RandomFamilies.draw(models, founders, merges, seed).lineage();
        Simulation simulation =
                new Simulation(lineage, SimulationSettings.items(items, Double.parseDouble(arguments[3]), seed));
        Observations seen = simulation.seen();
        Observations hidden = simulation.heldOut();
        float[] truth = new float[hidden.cells()];
        for (int c = 0; c < truth.length; c++) {
            truth[c] = (float) simulation.probability(hidden.model()[c], hidden.column()[c]);
        }
        byte[] cold = new byte[models];
        for (int u = 0; u < models; u++) {
            cold[u] = (byte) (simulation.isCold(u) ? 1 : 0);
        }
        OutcomeData.write(
                Path.of(arguments[0]),
                lineage,
                items,
                new OutcomeData.Cells(seen.model(), seen.column(), outcomes(seen)),
                new HeldOut(hidden.model(), hidden.column(), outcomes(hidden), truth, cold));
        System.out.printf("%d models, %d items, %d cells seen, %d held out%n", models, items, seen.cells(), truth.length);
    }

    private static byte[] outcomes(Observations cells) {
        byte[] outcome = new byte[cells.cells()];
        for (int c = 0; c < outcome.length; c++) {
            outcome[c] = (byte) cells.score()[c];
        }
        return outcome;
    }
}

package org.eyrie.lrmf.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.outcomes.OutcomeProblem;
import org.eyrie.lrmf.outcomes.OutcomeTable;

/**
 * Outcomes to fit and outcomes to predict. In a file: {@code n} models, {@code m} items; seen cells {@code u, i, z} (model,
 * item, outcome); held-out cells {@code tu, ti, tz} and {@code tp}, the true probability; {@code cold}, per model, whether
 * none of its cells is seen; {@code edges}, pairs of child and parent.
 *
 * @param problem what is seen
 * @param heldOut what is not
 */
record OutcomeData(OutcomeProblem problem, HeldOut heldOut) {

    static OutcomeData read(Path path) throws IOException {
        try (Npz file = new Npz(path)) {
            int models = file.number("n");
            int items = file.number("m");
            HeldOut heldOut = new HeldOut(
                    file.ints("tu"), file.ints("ti"), file.bytes("tz"), file.floats("tp"), file.bytes("cold"));
            return new OutcomeData(
                    new OutcomeProblem(lineage(models, file.ints("edges")), table(file, models, items), new int[items], 1),
                    heldOut);
        }
    }

    /** In a method of its own, so that the arrays are gone once the table stands. */
    private static OutcomeTable table(Npz file, int models, int items) throws IOException {
        return OutcomeTable.of(models, items, file.ints("u"), file.ints("i"), file.bytes("z"));
    }

    private static LineageGraph lineage(int models, int[] edges) {
        int count = edges.length / 2;
        int[] child = new int[count];
        int[] parent = new int[count];
        double[] weight = new double[count];
        for (int e = 0; e < count; e++) {
            child[e] = edges[2 * e];
            parent[e] = edges[2 * e + 1];
            weight[e] = Double.NaN;
        }
        return new LineageGraph(models, 1, child, parent, new int[count], weight);
    }

    /** Writes a file that {@link #read} reads, and NumPy. */
    static void write(Path path, LineageGraph lineage, int items, Cells seen, HeldOut heldOut) throws IOException {
        int[] edges = new int[2 * lineage.child().length];
        for (int e = 0; e < lineage.child().length; e++) {
            edges[2 * e] = lineage.child()[e];
            edges[2 * e + 1] = lineage.parent()[e];
        }
        Npz.write(
                path,
                List.of("n", "m", "u", "i", "z", "tu", "ti", "tz", "tp", "cold", "edges"),
                List.of(
                        (long) lineage.models(),
                        (long) items,
                        seen.model(),
                        seen.item(),
                        seen.outcome(),
                        heldOut.model(),
                        heldOut.item(),
                        heldOut.outcome(),
                        heldOut.truth(),
                        heldOut.cold(),
                        edges));
    }

    /** Cells in parallel arrays. */
    @SuppressWarnings("ArrayRecordComponent")
    record Cells(int[] model, int[] item, byte[] outcome) {}
}

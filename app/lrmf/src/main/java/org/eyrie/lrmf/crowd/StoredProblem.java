package org.eyrie.lrmf.crowd;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.ModelLabels;
import org.eyrie.lrmf.problem.ModelTraits;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;

/** What the crowd knows of a problem, as bytes: names, traits, parents and scores, without how models were made. */
final class StoredProblem {

    static final Problem NOBODY = problem(List.of(), List.of(), new int[7][0], new double[2][0], new int[0][], 0);

    /** More of anything than this are taken for damage rather than read. */
    private static final int MOST = 10_000_000;

    private StoredProblem() {}

    private static Problem problem(
            List<String> names, List<String> licences, int[][] traits, double[][] numbers, int[][] words, int columns) {
        LineageGraph none = new LineageGraph(names.size(), 1, new int[0], new int[0], new int[0], new double[0]);
        ModelTraits all = new ModelTraits(
                traits[0],
                traits[1],
                traits[2],
                traits[3],
                traits[4],
                traits[5],
                numbers[0],
                numbers[1],
                traits[6],
                words);
        Observations nothing = new Observations(columns, new int[0], new int[0], new double[0], new double[0]);
        return new Problem(none, all, nothing).with(new ModelLabels(names, licences));
    }

    static void write(Problem problem, DataOutputStream out) throws IOException {
        ModelLabels labels = problem.labels();
        int models = labels.name().size();
        out.writeInt(models);
        ModelTraits traits = problem.traits();
        for (int u = 0; u < models; u++) {
            out.writeUTF(labels.name().get(u));
            out.writeUTF(labels.licence().get(u));
            out.writeInt(traits.architecture()[u]);
            out.writeInt(traits.type()[u]);
            out.writeInt(traits.author()[u]);
            out.writeInt(traits.precision()[u]);
            out.writeInt(traits.chatTemplate()[u]);
            out.writeInt(traits.moe()[u]);
            out.writeInt(traits.series()[u]);
            out.writeDouble(traits.parametersBillions()[u]);
            out.writeDouble(traits.uploadedDay()[u]);
            ints(traits.words()[u], out);
        }
        ints(problem.lineage().child(), out);
        ints(problem.lineage().parent(), out);
        Observations cells = problem.observations();
        out.writeInt(cells.columns());
        ints(cells.model(), out);
        ints(cells.column(), out);
        for (double score : cells.score()) {
            out.writeDouble(score);
        }
    }

    static Problem read(DataInputStream in) throws IOException {
        int models = length(in);
        List<String> names = new ArrayList<>();
        List<String> licences = new ArrayList<>();
        int[][] traits = new int[7][models];
        double[][] numbers = new double[2][models];
        int[][] words = new int[models][];
        for (int u = 0; u < models; u++) {
            names.add(in.readUTF());
            licences.add(in.readUTF());
            for (int[] trait : traits) {
                trait[u] = in.readInt();
            }
            numbers[0][u] = in.readDouble();
            numbers[1][u] = in.readDouble();
            words[u] = ints(in);
        }
        int[] child = ints(in);
        int[] parent = ints(in);
        int columns = length(in);
        int[] model = ints(in);
        int[] column = ints(in);
        double[] score = new double[model.length];
        for (int c = 0; c < score.length; c++) {
            score[c] = in.readDouble();
        }
        double[] once = new double[model.length];
        Arrays.fill(once, 1);
        double[] even = new double[child.length];
        Arrays.fill(even, Double.NaN);
        try {
            return problem(names, licences, traits, numbers, words, columns)
                    .with(new LineageGraph(models, 1, child, parent, new int[child.length], even))
                    .with(new Observations(columns, model, column, score, once));
        } catch (IllegalArgumentException foreign) {
            throw new IOException("its models do not fit together", foreign);
        }
    }

    private static void ints(int[] values, DataOutputStream out) throws IOException {
        out.writeInt(values.length);
        for (int value : values) {
            out.writeInt(value);
        }
    }

    private static int[] ints(DataInputStream in) throws IOException {
        int[] values = new int[length(in)];
        for (int k = 0; k < values.length; k++) {
            values[k] = in.readInt();
        }
        return values;
    }

    private static int length(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST) {
            throw new IOException(length + " is not between 0 and " + MOST);
        }
        return length;
    }
}

package org.eyrie.lrmf.outcomes;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Which items are most alike by their embeddings: cosine similarity, mutual by union. */
public final class NearestNeighbours {

    private NearestNeighbours() {}

    /**
     * The neighbours of every column among those of its own group.
     *
     * @param embedding of every column; empty where there is none, which leaves the column without neighbours
     * @param group columns of different groups are never neighbours
     * @param k how many each column names; it may be named by more
     * @throws IllegalArgumentException if embeddings differ in length
     */
    public static int[][] of(float[][] embedding, int[] group, int k) {
        int n = embedding.length;
        float[][] unit = new float[n][];
        int length = -1;
        for (int i = 0; i < n; i++) {
            if (embedding[i].length > 0 && length >= 0 && embedding[i].length != length) {
                throw new IllegalArgumentException(
                        "Embeddings differ in length: " + length + " and " + embedding[i].length);
            }
            length = embedding[i].length > 0 ? embedding[i].length : length;
            unit[i] = unit(embedding[i]);
        }
        int[][] named = IntStream.range(0, n)
                .parallel()
                .mapToObj(i -> nearest(unit, group, i, k))
                .toArray(int[][]::new);
        int[] count = new int[n];
        int[][] both = new int[n][];
        for (int i = 0; i < n; i++) {
            both[i] = Arrays.copyOf(named[i], named[i].length);
            count[i] = named[i].length;
        }
        for (int i = 0; i < n; i++) {
            for (int j : named[i]) {
                int self = i;
                if (Arrays.stream(named[j]).noneMatch(other -> other == self)) {
                    if (count[j] == both[j].length) {
                        both[j] = Arrays.copyOf(both[j], count[j] + k);
                    }
                    both[j][count[j]++] = i;
                }
            }
        }
        return IntStream.range(0, n)
                .mapToObj(i -> Arrays.copyOf(both[i], count[i]))
                .toArray(int[][]::new);
    }

    private static int[] nearest(float[][] unit, int[] group, int i, int k) {
        if (unit[i].length == 0) {
            return new int[0];
        }
        double[] likeness = new double[unit.length];
        return IntStream.range(0, unit.length)
                .filter(j -> j != i && group[j] == group[i] && unit[j].length > 0)
                .peek(j -> likeness[j] = dot(unit[i], unit[j]))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer j) -> -likeness[j]).thenComparingInt(j -> j))
                .limit(k)
                .mapToInt(j -> j)
                .toArray();
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            sum += (double) a[c] * b[c];
        }
        return sum;
    }

    private static float[] unit(float[] vector) {
        double norm = Math.sqrt(dot(vector, vector));
        float[] scaled = vector.clone();
        for (int c = 0; c < scaled.length && norm > 0; c++) {
            scaled[c] = (float) (vector[c] / norm);
        }
        return scaled;
    }
}

package org.eyrie.lrmf.crowd;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A tree of questions whether a feature is at most a threshold. Nodes are numbered; a child below zero is the leaf of that
 * complement.
 *
 * @param feature asked for at each node
 * @param threshold at each node
 * @param unknownLeft whether unknown values go left
 * @param left child
 * @param right child
 * @param value of each leaf
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
record RegressionTree(
        int[] feature, double[] threshold, boolean[] unknownLeft, int[] left, int[] right, double[] value) {

    double predict(double[] row) {
        if (feature.length == 0) {
            return value[0];
        }
        int node = 0;
        while (node >= 0) {
            double known = row[feature[node]];
            boolean goesLeft = Double.isNaN(known) ? unknownLeft[node] : known <= threshold[node];
            node = goesLeft ? left[node] : right[node];
        }
        return value[~node];
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(feature.length);
        for (int k = 0; k < feature.length; k++) {
            out.writeShort(feature[k]);
            out.writeDouble(threshold[k]);
            out.writeBoolean(unknownLeft[k]);
            out.writeShort(left[k]);
            out.writeShort(right[k]);
        }
        for (double each : value) {
            out.writeDouble(each);
        }
    }

    static RegressionTree read(DataInputStream in, int features) throws IOException {
        int nodes = in.readInt();
        if (nodes < 0 || nodes >= TreeGrowth.LEAVES) {
            throw new IOException("a tree has " + nodes + " nodes");
        }
        int[] feature = new int[nodes];
        double[] threshold = new double[nodes];
        boolean[] unknownLeft = new boolean[nodes];
        int[] left = new int[nodes];
        int[] right = new int[nodes];
        for (int k = 0; k < nodes; k++) {
            feature[k] = in.readShort();
            threshold[k] = in.readDouble();
            unknownLeft[k] = in.readBoolean();
            left[k] = child(in.readShort(), k, nodes);
            right[k] = child(in.readShort(), k, nodes);
            if (feature[k] < 0 || feature[k] >= features) {
                throw new IOException("a tree asks for feature " + feature[k] + " of " + features);
            }
        }
        double[] value = new double[nodes + 1];
        for (int k = 0; k < value.length; k++) {
            value[k] = in.readDouble();
        }
        return new RegressionTree(feature, threshold, unknownLeft, left, right, value);
    }

    /** Children come after their parent, so that whatever was read has an end. */
    private static int child(int child, int parent, int nodes) throws IOException {
        if (child >= nodes || ~child > nodes || (child >= 0 && child <= parent)) {
            throw new IOException("a tree has no node " + child);
        }
        return child;
    }
}

package org.eyrie.lrmf.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoostedTreesTest {

    private static final int FEATURES = ColumnView.FEATURES;

    /** The first two features count together only, the third where it is unknown. */
    private static double truth(double[] row) {
        return (row[0] > 0.5 == row[1] > 0.5 ? 1 : -1) + (Double.isNaN(row[2]) ? 2 : 0);
    }

    private static double[][] rows(int count, long seed) {
        Random random = new Random(seed);
        double[][] rows = new double[count][FEATURES];
        for (double[] row : rows) {
            for (int f = 0; f < 4; f++) {
                row[f] = random.nextDouble();
            }
            row[2] = random.nextBoolean() ? Double.NaN : row[2];
        }
        return rows;
    }

    private static BoostedTrees learned(long seed) {
        double[][] rows = rows(2_000, 1);
        double[] target = new double[rows.length];
        Random noise = new Random(2);
        for (int k = 0; k < target.length; k++) {
            target[k] = truth(rows[k]) + 0.3 * noise.nextGaussian();
        }
        return BoostedTrees.learn(rows, target, seed);
    }

    @Test
    void learnsWhatFeaturesSayTogetherAndWhatIsUnknown() {
        BoostedTrees trees = learned(1);

        double squares = 0;
        double[][] unseen = rows(500, 3);
        for (double[] row : unseen) {
            double error = trees.predict(row) - truth(row);
            squares += error * error;
        }

        assertThat(Math.sqrt(squares / unseen.length)).isLessThan(0.45); // of a spread of 1.4
    }

    @Test
    void equalSeedsGiveEqualTrees() {
        double[] row = rows(1, 4)[0];

        assertThat(learned(5).predict(row)).isEqualTo(learned(5).predict(row));
    }

    @Test
    void aConstantStaysOne() {
        double[][] rows = rows(50, 6);
        double[] target = new double[rows.length];
        Arrays.fill(target, 0.7);

        assertThat(BoostedTrees.learn(rows, target, 1).predict(rows[0])).isCloseTo(0.7, within(1e-12));
    }

    @Test
    void whatIsReadPredictsLikeWhatWasWritten() throws IOException {
        BoostedTrees trees = learned(1);
        byte[] bytes = bytes(trees);

        BoostedTrees read = BoostedTrees.read(new DataInputStream(new ByteArrayInputStream(bytes)));

        for (double[] row : rows(20, 7)) {
            assertThat(read.predict(row)).isEqualTo(trees.predict(row));
        }
    }

    @Test
    void aTreeThatWouldNeverEndIsNotRead() throws IOException {
        byte[] bytes = bytes(learned(1));
        // start and number of trees, then the first tree: number of nodes, feature, threshold, way of the unknown, left
        int left = Double.BYTES + Integer.BYTES + Integer.BYTES + Short.BYTES + Double.BYTES + 1;
        bytes[left] = 0;
        bytes[left + 1] = 0;

        assertThatThrownBy(() -> BoostedTrees.read(new DataInputStream(new ByteArrayInputStream(bytes))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no node 0");
    }

    private static byte[] bytes(BoostedTrees trees) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        trees.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}

package org.eyrie.engine.fit;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.eyrie.lrmf.items.PartialScore;
import org.eyrie.lrmf.outcomes.OutcomeChunk;
import org.eyrie.lrmf.outcomes.OutcomeTable;
import org.eyrie.model.Sha256;

/**
 * What the outcomes of a chunk say of whole benchmarks, an entry per model and benchmark of which any item was seen.
 *
 * @param model row of all models
 * @param found what was found
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
record ChunkScores(int[] model, int[] benchmark, Found[] found) implements Serializable {

    private static final double SAME = 1e-9;

    /**
     * What all chunks are told.
     *
     * @param start first column per benchmark, and the number of columns behind the last
     * @param usual log-odds with which models in general answer each item, per benchmark
     */
    @SuppressWarnings("ArrayRecordComponent") // read at once
    record Asked(int[] start, double[][] usual) implements Serializable {}

    /**
     * What some items say.
     *
     * @param share of them answered
     * @param seen how many they are
     * @param whole expected score of the whole benchmark
     * @param trials number of items that would tell as much
     */
    record Found(double share, int seen, double whole, int trials) implements Serializable {

        boolean isShare(double score) {
            return Math.abs(score - share) < SAME;
        }
    }

    /** Hears of entries. */
    @FunctionalInterface
    interface Visitor {
        void at(int model, int benchmark, Found found);
    }

    void each(Visitor visitor) {
        for (int k = 0; k < model.length; k++) {
            visitor.at(model[k], benchmark[k], found[k]);
        }
    }

    static ChunkScores of(Asked asked, OutcomeChunk chunk) {
        int benchmarks = asked.usual.length;
        int most = chunk.models() * benchmarks;
        int[] model = new int[most];
        int[] benchmark = new int[most];
        Found[] found = new Found[most];
        int count = 0;
        for (int u = 0; u < chunk.models(); u++) {
            byte[][] outcome = outcomes(asked, chunk.table(), u);
            for (int b = 0; b < benchmarks; b++) {
                if (outcome[b].length > 0) {
                    model[count] = chunk.first() + u;
                    benchmark[count] = b;
                    found[count++] = found(asked.usual[b], outcome[b]);
                }
            }
        }
        return new ChunkScores(
                Arrays.copyOf(model, count), Arrays.copyOf(benchmark, count), Arrays.copyOf(found, count));
    }

    private static Found found(double[] usual, byte[] outcome) {
        int seen = 0;
        int right = 0;
        for (byte each : outcome) {
            seen += each >= 0 ? 1 : 0;
            right += each == 1 ? 1 : 0;
        }
        PartialScore whole = PartialScore.of(usual, outcome);
        int trials = (int) Math.max(1, Math.round(whole.trials()));
        return new Found((double) right / seen, seen, whole.score(), trials);
    }

    /** Per benchmark 1, 0 or, where an item was not seen, -1; nothing of one of which none was. */
    private static byte[][] outcomes(Asked asked, OutcomeTable table, int u) {
        byte[][] outcome = new byte[asked.usual.length][0];
        int b = 0;
        for (int k = 0; k < table.cells(u); k++) {
            int column = table.column(u, k);
            while (asked.start[b + 1] <= column) {
                b++;
            }
            if (outcome[b].length == 0) {
                outcome[b] = new byte[asked.usual[b].length];
                Arrays.fill(outcome[b], (byte) -1);
            }
            outcome[b][column - asked.start[b]] = (byte) (table.success(u, k) ? 1 : 0);
        }
        return outcome;
    }

    static String digest(OutcomeChunk chunk) {
        ByteBuffer cells = ByteBuffer.allocate(
                Integer.BYTES * (chunk.models() + chunk.table().cells()));
        for (int u = 0; u < chunk.models(); u++) {
            cells.putInt(chunk.table().cells(u));
            for (int k = 0; k < chunk.table().cells(u); k++) {
                cells.putInt(2 * chunk.table().column(u, k) + (chunk.table().success(u, k) ? 1 : 0));
            }
        }
        return HexFormat.of().formatHex(Sha256.begin().digest(cells.array()));
    }
}

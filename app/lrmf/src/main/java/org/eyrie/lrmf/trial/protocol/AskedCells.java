package org.eyrie.lrmf.trial.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.lrmf.problem.Observations;

/**
 * The cells that every predictor of an experiment was asked for, round after round, in parallel arrays, which are neither
 * copied nor changed.
 *
 * @param round number of the round, from 0
 * @param model row of each cell
 * @param column column of each cell
 * @param truth measured score, 0 to 1
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
public record AskedCells(int[] round, int[] model, int[] column, double[] truth) {

    static AskedCells of(List<Observations> rounds) {
        return new AskedCells(
                IntStream.range(0, rounds.size())
                        .flatMap(round -> IntStream.generate(() -> round)
                                .limit(rounds.get(round).cells()))
                        .toArray(),
                rounds.stream()
                        .flatMapToInt(asked -> Arrays.stream(asked.model()))
                        .toArray(),
                rounds.stream()
                        .flatMapToInt(asked -> Arrays.stream(asked.column()))
                        .toArray(),
                rounds.stream()
                        .flatMapToDouble(asked -> Arrays.stream(asked.score()))
                        .toArray());
    }

    /** Number of cells. */
    public int cells() {
        return truth.length;
    }

    /** Number of models with a cell among these. */
    int models() {
        return (int) Arrays.stream(model).distinct().count();
    }

    /** Positions of the cells of each column, ascending; empty for a column without any. */
    List<int[]> byColumn(int columns) {
        List<int[]> found = new ArrayList<>(columns);
        for (int i = 0; i < columns; i++) {
            int wanted = i;
            found.add(
                    IntStream.range(0, cells()).filter(c -> column[c] == wanted).toArray());
        }
        return found;
    }

    /** Measured scores at some positions. */
    public double[] truth(int[] at) {
        return Arrays.stream(at).mapToDouble(c -> truth[c]).toArray();
    }
}

package org.eyrie.lrmf.outcomes;

import java.util.stream.IntStream;

/**
 * Which columns are expected to be alike: the item Laplacian L_X. Columns of a group, such as the items of a benchmark or
 * of a subtask, are normal around a centre (the Laplacian of a star); a column with neighbours is drawn to their mean.
 *
 * @param group of every column, from 0
 * @param groups number of groups
 * @param learned whether groups learn their centre and covariance; without, every column is on its own (no L_X at all)
 * @param neighbour of every column those most alike; empty where nothing is known
 */
@SuppressWarnings("ArrayRecordComponent") // structure of arrays
public record ColumnTies(int[] group, int groups, boolean learned, int[][] neighbour) {

    public ColumnTies {
        if (neighbour.length != 0 && neighbour.length != group.length) {
            throw new IllegalArgumentException(
                    "Neighbours of " + neighbour.length + " columns, but groups of " + group.length);
        }
        for (int each : group) {
            if (each < 0 || each >= groups) {
                throw new IllegalArgumentException("No such group: " + each + " of " + groups);
            }
        }
        for (int[] some : neighbour) {
            for (int each : some) {
                if (each < 0 || each >= group.length) {
                    throw new IllegalArgumentException("No such column: " + each + " of " + group.length);
                }
            }
        }
    }

    /** Columns of a group are alike. */
    public static ColumnTies ofGroups(int[] group, int groups) {
        return new ColumnTies(group, groups, true, new int[0][]);
    }

    /** No column is like another. */
    public static ColumnTies none(int columns) {
        return new ColumnTies(new int[columns], 1, false, new int[0][]);
    }

    /** Columns of a group are alike, and those more so whose embeddings are near. */
    public ColumnTies withNeighbours(int[][] neighbours) {
        return new ColumnTies(group, groups, learned, neighbours);
    }

    int columns() {
        return group.length;
    }

    boolean hasNeighbours() {
        return IntStream.range(0, neighbour.length).anyMatch(i -> neighbour[i].length > 0);
    }
}

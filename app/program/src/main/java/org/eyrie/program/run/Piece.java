package org.eyrie.program.run;

/**
 * Some elements of a tensor that follow each other.
 *
 * @param from the first, from 0
 * @param count how many
 * @param columns how many a row has
 */
record Piece(long from, int count, long columns) {

    /** Row of an element of the piece. */
    int row(int i) {
        return (int) ((from + i) / columns);
    }

    /** Column of an element of the piece. */
    int column(int i) {
        return (int) ((from + i) % columns);
    }
}

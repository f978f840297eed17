package org.eyrie.program.run;

/** What a term works on. */
final class Operands {

    private final double[][] numbers;
    private final float[][][] pieces;

    /**
     * Of a term.
     *
     * @param numbers of each input, for those that are numbers: one, or one per parent
     * @param pieces of each input, for those that have elements: one, or one per parent
     */
    Operands(double[][] numbers, float[][][] pieces) {
        this.numbers = numbers;
        this.pieces = pieces;
    }

    double[][] numbers() {
        return numbers;
    }

    float[][][] pieces() {
        return pieces;
    }

    float[][] piece(int input) {
        return pieces[input];
    }

    double[] numbers(int input) {
        return numbers[input];
    }

    double number(int input) {
        return numbers[input][0];
    }

    boolean has(int input) {
        return input < numbers.length;
    }

    /** A number for a parent, of an input that has one for each or one for all. */
    double number(int input, int parent) {
        double[] all = numbers[input];
        return all[all.length == 1 ? 0 : parent];
    }

    /** A piece for a parent, likewise. */
    float[] piece(int input, int parent) {
        float[][] all = pieces[input];
        return all[all.length == 1 ? 0 : parent];
    }
}

package org.eyrie.program.run;

import java.util.Arrays;

/** Means over a part of a tensor, in each element of it, and limits that follow from a mean. */
final class PartMeans {

    private PartMeans() {}

    /** Of rows; wants whole ones. */
    static TermWork rows() {
        return new TermWork() {
            @Override
            public void fill(Piece piece, Operands in, float[][] out) {
                int columns = (int) piece.columns();
                for (int t = 0; t < out.length; t++) {
                    for (int start = 0; start < piece.count(); start += columns) {
                        double sum = 0;
                        for (int c = 0; c < columns; c++) {
                            sum += in.piece(0, t)[start + c];
                        }
                        Arrays.fill(out[t], start, start + columns, (float) (sum / columns));
                    }
                }
            }
        };
    }

    /** Of columns. */
    static TermWork columns(int tensors, long rows, int columns) {
        double[][] sums = new double[tensors][columns];
        return new TermWork() {
            @Override
            public void absorb(int pass, Piece piece, Operands in) {
                for (int t = 0; t < tensors; t++) {
                    for (int k = 0; k < piece.count(); k++) {
                        sums[t][piece.column(k)] += in.piece(0, t)[k];
                    }
                }
            }

            @Override
            public void fill(Piece piece, Operands in, float[][] out) {
                for (int t = 0; t < tensors; t++) {
                    for (int k = 0; k < piece.count(); k++) {
                        out[t][k] = (float) (sums[t][piece.column(k)] / rows);
                    }
                }
            }
        };
    }

    /** No further from 0 than so many times the mean size. */
    static TermWork clip(int tensors, long size, double times) {
        double[] sums = new double[tensors];
        return new TermWork() {
            @Override
            public void absorb(int pass, Piece piece, Operands in) {
                for (int t = 0; t < tensors; t++) {
                    for (int k = 0; k < piece.count(); k++) {
                        sums[t] += Math.abs(in.piece(0, t)[k]);
                    }
                }
            }

            @Override
            public void fill(Piece piece, Operands in, float[][] out) {
                for (int t = 0; t < tensors; t++) {
                    float most = (float) (times * sums[t] / size);
                    for (int k = 0; k < piece.count(); k++) {
                        out[t][k] = Math.max(-most, Math.min(most, in.piece(0, t)[k]));
                    }
                }
            }
        };
    }

    /** Elements that one alone has above a share of its root mean square. */
    static TermWork exclusive(int tensors, long size, double eps) {
        double[] squares = new double[tensors];
        return new TermWork() {
            @Override
            public void absorb(int pass, Piece piece, Operands in) {
                for (int t = 0; t < tensors; t++) {
                    squares[t] += Gram.dot(in.piece(0, t), in.piece(0, t), piece.count());
                }
            }

            @Override
            public void fill(Piece piece, Operands in, float[][] out) {
                for (int k = 0; k < piece.count(); k++) {
                    int owners = 0;
                    for (int t = 0; t < tensors; t++) {
                        owners += above(in, t, k) ? 1 : 0;
                    }
                    for (int t = 0; t < tensors; t++) {
                        out[t][k] = owners == 1 && above(in, t, k) ? in.piece(0, t)[k] : 0;
                    }
                }
            }

            private boolean above(Operands in, int t, int k) {
                return Math.abs(in.piece(0, t)[k]) > eps * Math.sqrt(squares[t] / size);
            }
        };
    }

    /** The median; of an even number the mean of the two in the middle. */
    static float median(float[][] all, int k) {
        float[] values = new float[all.length];
        for (int t = 0; t < all.length; t++) {
            values[t] = all[t][k];
        }
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    /** The element that is largest by size, the first of equal ones. */
    static float largest(float[][] all, int k) {
        float largest = 0;
        for (float[] tensor : all) {
            largest = Math.abs(tensor[k]) > Math.abs(largest) ? tensor[k] : largest;
        }
        return largest;
    }
}

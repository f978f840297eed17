package org.eyrie.program.run;

/** A term each element of which follows from the same element of its inputs. */
@FunctionalInterface
interface Elementwise {

    /**
     * One element.
     *
     * @param parent whose, from 0
     * @param k the place in the piece
     */
    float at(Operands in, int parent, int k);

    /** The work that it is. */
    static TermWork work(Elementwise operator) {
        return new TermWork() {
            @Override
            public void fill(Piece piece, Operands in, float[][] out) {
                for (int parent = 0; parent < out.length; parent++) {
                    for (int k = 0; k < piece.count(); k++) {
                        out[parent][k] = operator.at(in, parent, k);
                    }
                }
            }
        };
    }
}

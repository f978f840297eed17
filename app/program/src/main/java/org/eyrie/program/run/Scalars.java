package org.eyrie.program.run;

/** A term that is a number, or one for each parent, and follows from such. */
@FunctionalInterface
interface Scalars {

    double[] of(Operands in);

    /** The work that it is. */
    static TermWork work(Scalars operator) {
        return new TermWork() {
            @Override
            public double[] numbers(Operands in) {
                return operator.of(in);
            }
        };
    }
}

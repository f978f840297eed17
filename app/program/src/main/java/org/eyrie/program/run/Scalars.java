package org.eyrie.program.run;

/** A term that is a number, or one for each parent, and follows from such. */
@FunctionalInterface
interface Scalars {

    double[] of(Inputs in);

    /** The work that it is. */
    static Work work(Scalars operator) {
        return new Work() {
            @Override
            public double[] numbers(Inputs in) {
                return operator.of(in);
            }
        };
    }
}

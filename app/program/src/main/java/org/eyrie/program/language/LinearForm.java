package org.eyrie.program.language;

import java.util.Map;
import java.util.TreeMap;

/**
 * A sum of terms, each with a coefficient that is not 0.
 *
 * @param coefficients by the number of the term; that of the number 1 is the constant
 * @param type of the sum
 */
record LinearForm(Map<Integer, Double> coefficients, TermType type) {

    static LinearForm of(int term, double coefficient, TermType type) {
        Map<Integer, Double> one = new TreeMap<>();
        put(one, term, coefficient);
        return new LinearForm(one, type);
    }

    LinearForm plus(LinearForm other, double times, TermType sum) {
        Map<Integer, Double> both = new TreeMap<>(coefficients);
        other.coefficients.forEach((term, c) -> put(both, term, both.getOrDefault(term, 0.0) + times * c));
        return new LinearForm(both, sum);
    }

    LinearForm times(double factor, TermType product) {
        Map<Integer, Double> scaled = new TreeMap<>();
        coefficients.forEach((term, c) -> put(scaled, term, factor * c));
        return new LinearForm(scaled, product);
    }

    boolean single() {
        return coefficients.size() == 1;
    }

    /** The term, if it is a single one. */
    int term() {
        return coefficients.keySet().iterator().next();
    }

    /** Its coefficient. */
    double coefficient() {
        return coefficients.values().iterator().next();
    }

    private static void put(Map<Integer, Double> form, int term, double coefficient) {
        double rounded = Digits.rounded(coefficient);
        if (Math.abs(rounded) < 1e-12) {
            form.remove(term);
        } else {
            form.put(term, rounded);
        }
    }
}

package org.eyrie.lrmf.simulate;

/**
 * Everything that decides a simulation apart from the lineage.
 *
 * @param rank d, number of skills, at least 1
 * @param columns number of items or benchmarks, at least 1
 * @param trials trials behind each score: 1 for items, the number of items for benchmarks
 * @param step deviation of a child's skills from the mean of its parents'; those of founders deviate by 1 from 0
 * @param noise deviation, in logits, of a single measurement beyond binomial chance
 * @param seen share of the cells that are measured, 0 to 1
 * @param heldOut share of the cells that are measured but held out, 0 to 1 together with {@code seen}
 * @param cold share of models whose measured cells are all held out
 * @param seed seed of everything; equal seeds give equal data
 */
public record SimulationSettings(
        int rank,
        int columns,
        int trials,
        double step,
        double noise,
        double seen,
        double heldOut,
        double cold,
        long seed) {

    public SimulationSettings {
        if (rank < 1 || columns < 1 || trials < 1) {
            throw new IllegalArgumentException(
                    "Cannot simulate rank " + rank + ", " + columns + " columns and " + trials + " trials");
        }
        if (!(step >= 0 && step < Double.POSITIVE_INFINITY) || !(noise >= 0 && noise < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Deviations must be finite and not negative: " + step + ", " + noise);
        }
        if (!(seen >= 0 && heldOut >= 0 && seen + heldOut <= 1 && cold >= 0 && cold <= 1)) {
            throw new IllegalArgumentException("Not shares: seen " + seen + ", held out " + heldOut + ", cold " + cold);
        }
    }

    /**
     * Items of a size that one may want, one trial each, a tenth of the models cold.
     *
     * @param columns number of items
     * @param seen share of the cells that are seen
     * @param seed seed of everything
     */
    public static SimulationSettings items(int columns, double seen, long seed) {
        return new SimulationSettings(8, columns, 1, 0.35, 0, seen, Math.min(0.01, 1 - seen), 0.1, seed);
    }

    /**
     * Benchmarks of a thousand items each, which differ between repeated measurements by more than chance, and all of
     * which are measured but for a tenth of the models.
     *
     * @param columns number of benchmarks
     * @param seed seed of everything
     */
    public static SimulationSettings benchmarks(int columns, long seed) {
        return new SimulationSettings(3, columns, 1000, 0.35, 0.1, 1, 0, 0.1, seed);
    }
}

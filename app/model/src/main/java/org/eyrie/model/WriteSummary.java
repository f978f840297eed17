package org.eyrie.model;

/**
 * What a write did, per kind of fact.
 *
 * @param models models
 * @param derivations edges
 * @param benchmarks benchmarks
 * @param evaluations scores
 * @param recipes recipes of merges
 * @param kept how many scores stay because they were measured on more items than other ones that were to be written;
 *     among {@code evaluations} they count as unchanged, or as changed where they got outcomes
 * @param unaligned how many scores were written without their outcomes, because these have names of items while those of
 *     the benchmark are known by position alone: nobody can say which is which
 */
public record WriteSummary(
        Counts models,
        Counts derivations,
        Counts benchmarks,
        Counts evaluations,
        Counts recipes,
        int kept,
        int unaligned) {

    /** Nothing was written. */
    public static final WriteSummary NOTHING = new WriteSummary(Counts.NONE, Counts.NONE, Counts.NONE, Counts.NONE);

    /** A write without recipes. */
    public WriteSummary(Counts models, Counts derivations, Counts benchmarks, Counts evaluations) {
        this(models, derivations, benchmarks, evaluations, Counts.NONE, 0, 0);
    }

    public WriteSummary plus(WriteSummary other) {
        return new WriteSummary(
                models.plus(other.models),
                derivations.plus(other.derivations),
                benchmarks.plus(other.benchmarks),
                evaluations.plus(other.evaluations),
                recipes.plus(other.recipes),
                kept + other.kept,
                unaligned + other.unaligned);
    }

    /**
     * How many facts of one kind were new, already there as they are, or there but different.
     *
     * @param created stubs that an edge or a score brought along are counted too
     */
    public record Counts(int created, int unchanged, int changed) {

        public static final Counts NONE = new Counts(0, 0, 0);

        public Counts plus(Counts other) {
            return new Counts(created + other.created, unchanged + other.unchanged, changed + other.changed);
        }
    }
}

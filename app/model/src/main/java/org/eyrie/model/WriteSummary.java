package org.eyrie.model;

import java.util.List;
import java.util.stream.Stream;

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
 * @param replaced scores that gave way to another one of another origin, {@link ReplacedScore#LISTED} at most
 */
public record WriteSummary(
        Counts models,
        Counts derivations,
        Counts benchmarks,
        Counts evaluations,
        Counts recipes,
        int kept,
        int unaligned,
        List<ReplacedScore> replaced) {

    /** Nothing was written. */
    public static final WriteSummary NOTHING = new WriteSummary(Counts.NONE, Counts.NONE, Counts.NONE, Counts.NONE);

    public WriteSummary {
        replaced = List.copyOf(replaced);
    }

    /** A write without recipes. */
    public WriteSummary(Counts models, Counts derivations, Counts benchmarks, Counts evaluations) {
        this(models, derivations, benchmarks, evaluations, Counts.NONE, 0, 0, List.of());
    }

    public WriteSummary plus(WriteSummary other) {
        return new WriteSummary(
                models.plus(other.models),
                derivations.plus(other.derivations),
                benchmarks.plus(other.benchmarks),
                evaluations.plus(other.evaluations),
                recipes.plus(other.recipes),
                kept + other.kept,
                unaligned + other.unaligned,
                Stream.concat(replaced.stream(), other.replaced.stream())
                        .limit(ReplacedScore.LISTED)
                        .toList());
    }

    /** The same without what was found unchanged, and without what is only told. */
    public WriteSummary changes() {
        return new WriteSummary(
                models.changes(),
                derivations.changes(),
                benchmarks.changes(),
                evaluations.changes(),
                recipes.changes(),
                0,
                0,
                List.of());
    }

    /** The same with other scores that gave way. */
    public WriteSummary withReplaced(List<ReplacedScore> others) {
        return new WriteSummary(models, derivations, benchmarks, evaluations, recipes, kept, unaligned, others);
    }

    /** Whether anything was created or changed. */
    public boolean isChange() {
        return Stream.of(models, derivations, benchmarks, evaluations, recipes)
                .anyMatch(counts -> counts.created() + counts.changed() > 0);
    }

    /**
     * How many facts of one kind were new, already there as they are, or there but different.
     *
     * @param created stubs that an edge or a score brought along are counted too
     */
    public record Counts(int created, int unchanged, int changed) {

        public static final Counts NONE = new Counts(0, 0, 0);

        Counts changes() {
            return new Counts(created, 0, changed);
        }

        public Counts plus(Counts other) {
            return new Counts(created + other.created, unchanged + other.unchanged, changed + other.changed);
        }
    }
}

package org.eyrie.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A measured score. There is at most one per (model, benchmark): a second measurement replaces
 * the first unless it saw fewer items.
 *
 * @param model what was evaluated
 * @param benchmark on what
 * @param score share of successes, 0 to 1
 * @param items number of items it was measured on, at least one, or null where unknown
 * @param stderr standard error of the score as its source reports it, not negative, or null
 * @param outcomes item by item, or null where only the score is known; may come from another source than the score
 * @param source where it is known from, or null
 * @param measuredAt when, or null
 */
public record Evaluation(
        ModelId model,
        BenchmarkId benchmark,
        double score,
        @Nullable Integer items,
        @Nullable Double stderr,
        @Nullable Outcomes outcomes,
        @Nullable String source,
        @Nullable Instant measuredAt) {

    public Evaluation {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("A score must be between 0 and 1: " + score);
        }
        if (items != null && items < 1) {
            throw new IllegalArgumentException("A score is measured on at least one item, not " + items);
        }
        if (stderr != null && !(stderr >= 0 && stderr <= 1)) {
            throw new IllegalArgumentException("A standard error must be between 0 and 1: " + stderr);
        }
    }

    /** Another score of the same model on the same benchmark: of so many items, and of which no more is known. */
    public Evaluation estimated(double other, int ofItems) {
        return new Evaluation(model, benchmark, other, ofItems, null, null, source, measuredAt);
    }

    /**
     * This evaluation after {@code older}, of the same model and benchmark.
     *
     * <p>An equal score is the same measurement: what is not known here is taken from there. Another score is
     * another measurement, so neither the number of items, the error, the source nor the time of the older one is
     * true of it. One on fewer items is a part of what is known already, and replaces nothing.
     *
     * <p>Outcomes stay until there are newer ones of as many items: a rounded score from a table must not wipe out what
     * is known item by item, nor must a glance at a few of them. Runs of some items each, of which neither holds all of
     * the other, are one run of the items of both.
     */
    public Evaluation orElse(Evaluation older) {
        if (complements(older)) {
            return together(older);
        }
        Outcomes known = fuller(outcomes, older.outcomes);
        if (isPartOf(older)) {
            return older.with(known);
        }
        if (score != older.score) {
            return new Evaluation(model, benchmark, score, items, stderr, known, source, measuredAt);
        }
        return new Evaluation(
                model,
                benchmark,
                score,
                items != null ? items : older.items,
                stderr != null ? stderr : older.stderr,
                known,
                source != null ? source : older.source,
                measuredAt != null ? measuredAt : older.measuredAt);
    }

    /** Whether both are runs of some items, each of items that the other one was not run on. */
    public boolean complements(Evaluation older) {
        Outcomes mine = outcomes;
        Outcomes theirs = older.outcomes;
        return mine != null
                && theirs != null
                && isShareOfItsOutcomes()
                && older.isShareOfItsOutcomes()
                && mine.knowsMoreThan(theirs)
                && theirs.knowsMoreThan(mine);
    }

    /** Whether the score is of just the items whose outcomes are known. */
    public boolean isShareOfItsOutcomes() {
        return outcomes != null && items != null && outcomes.seen() == items && outcomes.makeUp(score);
    }

    private Evaluation together(Evaluation older) {
        Outcomes both = Objects.requireNonNull(outcomes).over(Objects.requireNonNull(older.outcomes));
        return new Evaluation(
                model,
                benchmark,
                both.share(),
                both.seen(),
                null,
                both,
                source != null ? source : older.source,
                measuredAt != null ? measuredAt : older.measuredAt);
    }

    /** Whether this was measured on fewer items than another one, as far as both say on how many. */
    public boolean isPartOf(Evaluation other) {
        return items != null && other.items != null && items < other.items;
    }

    private static @Nullable Outcomes fuller(@Nullable Outcomes newer, @Nullable Outcomes older) {
        return newer == null || (older != null && newer.seen() < older.seen()) ? older : newer;
    }

    /** This evaluation as one of another model. */
    public Evaluation withModel(ModelId other) {
        return new Evaluation(other, benchmark, score, items, stderr, outcomes, source, measuredAt);
    }

    /** This evaluation as one on another benchmark. */
    public Evaluation withBenchmark(BenchmarkId other) {
        return new Evaluation(model, other, score, items, stderr, outcomes, source, measuredAt);
    }

    /** This evaluation with other outcomes. */
    public Evaluation with(@Nullable Outcomes other) {
        return new Evaluation(model, benchmark, score, items, stderr, other, source, measuredAt);
    }

    /** This evaluation without its outcomes. */
    public Evaluation withoutOutcomes() {
        return outcomes == null
                ? this
                : new Evaluation(model, benchmark, score, items, stderr, null, source, measuredAt);
    }
}

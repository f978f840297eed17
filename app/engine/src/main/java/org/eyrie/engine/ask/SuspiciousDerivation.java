package org.eyrie.engine.ask;

import java.util.List;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.FitId;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.jspecify.annotations.Nullable;

/**
 * A derivation whose ends disagree far beyond what is usual of its relation.
 *
 * @param disagreement how far the child lies from where its parents would have it: a standard normal score, so that 3 is
 *     one in a thousand
 * @param without the same without this derivation, null where it cannot be told; where it is no smaller, the child is odd
 *     rather than the derivation wrong
 * @param outlooks per benchmark, what is predicted with the derivation and without it
 * @param fit the fit it comes from
 * @param warnings reasons for care, for people
 */
public record SuspiciousDerivation(
        ModelId child,
        ModelId parent,
        Relation relation,
        double disagreement,
        @Nullable Double without,
        List<Outlook> outlooks,
        FitId fit,
        List<String> warnings) {

    public SuspiciousDerivation {
        outlooks = List.copyOf(outlooks);
        warnings = List.copyOf(warnings);
    }

    /**
     * A benchmark.
     *
     * @param measured the child's score, null where it was not measured
     * @param predicted its score as predicted without its own measurements, 0 to 1
     * @param predictedWithout the same if the derivation were not
     */
    public record Outlook(
            BenchmarkId benchmark, @Nullable Double measured, double predicted, double predictedWithout) {}
}

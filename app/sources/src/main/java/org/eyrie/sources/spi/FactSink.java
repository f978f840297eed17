package org.eyrie.sources.spi;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eyrie.model.Benchmark;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Recipe;
import org.eyrie.task.Progress;

/** Takes what a source finds, in the order it is found; a short word for each kind of {@link Finding}. */
public interface FactSink {

    /** Takes everything and keeps nothing, for what is short: it hears of no progress. */
    FactSink NOWHERE = of(finding -> {});

    /** Takes a finding. */
    void take(Finding finding);

    /**
     * How far the reading is; to be called often.
     *
     * @param done bytes, rows or pages, from zero
     * @param total of how many, -1 where unknown
     * @throws org.eyrie.task.CancelledException if the import was cancelled; the source lets it pass
     */
    void reached(long done, long total);

    /** For what a source waits for, such as a server: ends it where the import was cancelled. As {@link #reached}. */
    default Progress waitingAt(long done, long total) {
        return Progress.of((step, part, parts) -> {}, () -> {
            reached(done, total); // throws, with more to say than that it is so
            return false;
        });
    }

    /** A sink that hands everything to a taker, for what is short: it hears of no progress. */
    static FactSink of(Consumer<Finding> taker) {
        return new GatedSink(Optional.empty(), finding -> {
            taker.accept(finding);
            return Optional.empty();
        });
    }

    /** This sink behind a gate: it takes what the gate makes of each finding, which may be nothing. */
    default FactSink behind(Function<Finding, Optional<Finding>> gate) {
        return new GatedSink(Optional.of(this), gate);
    }

    /** This sink without some findings. */
    default FactSink without(Predicate<Finding> left) {
        return behind(finding -> left.test(finding) ? Optional.empty() : Optional.of(finding));
    }

    /** {@link Finding.OfModel}. */
    default void model(Place place, Model model) {
        take(new Finding.OfModel(place, model));
    }

    /** {@link Finding.OfTraits}. */
    default void traits(Place place, Model model, List<ModelId> build) {
        take(new Finding.OfTraits(place, model, build));
    }

    /** {@link Finding.OfDerivation}. */
    default void derivation(Place place, Derivation derivation) {
        take(new Finding.OfDerivation(place, derivation));
    }

    /** {@link Finding.OfBenchmark}. */
    default void benchmark(Place place, Benchmark benchmark) {
        take(new Finding.OfBenchmark(place, benchmark));
    }

    /** {@link Finding.OfEvaluation}. */
    default void evaluation(Place place, Evaluation evaluation) {
        take(new Finding.OfEvaluation(place, evaluation));
    }

    /** {@link Finding.OfRecipe}. */
    default void recipe(Place place, Recipe recipe) {
        take(new Finding.OfRecipe(place, recipe));
    }

    /** {@link Finding.Rejected}. */
    default void reject(Place place, String reason) {
        take(new Finding.Rejected(place, reason));
    }

    /** {@link Finding.Refused}. */
    default void refuse(Place place, String reason) {
        take(new Finding.Refused(place, reason));
    }

    /** {@link Finding.Ignored}. */
    default void ignored(String key) {
        take(new Finding.Ignored(key));
    }

    /** {@link Finding.Noted}. */
    default void note(Place place, String text) {
        take(new Finding.Noted(place, text));
    }
}

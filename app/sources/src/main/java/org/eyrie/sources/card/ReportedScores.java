package org.eyrie.sources.card;

import java.time.Instant;
import java.util.List;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.ModelId;
import org.eyrie.sources.conventions.ScaleEvidence;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.jspecify.annotations.Nullable;

/** Scores that are reported of one model, wherever they stand: of each benchmark the first. */
public final class ReportedScores {

    private final ModelId model;
    private final ScaleEvidence evidence;
    private final FactSink sink;

    /** @param evidence what is known of data sets, to tell shares from percentages */
    public ReportedScores(ModelId model, ScaleEvidence evidence, FactSink sink) {
        this.model = model;
        this.evidence = evidence;
        this.sink = sink.behind(new FirstScores());
    }

    /**
     * Hands over results in the format of {@code .eval_results/*.yaml}.
     *
     * @param place where they stand; its input is where the scores are known from
     */
    public ReportedScores collected(List<?> entries, Place place) {
        new PublishedResults(model, evidence, place, sink).write(EvalResults.results(entries, place, sink));
        return this;
    }

    /**
     * A figure of some other place.
     *
     * @param setup what was measured, whose task is the data set
     * @param value a number, or a text of one
     * @param source where it is known from
     * @param date when it was measured, or null
     */
    public record Reported(
            EvaluationSetup setup,
            @Nullable Object value,
            String source,
            @Nullable Instant date) {

        /** A figure of which no more is said than on what it was measured, and by what metric if so. */
        public static Reported of(String dataset, @Nullable String metric, @Nullable Object value, String source) {
            return new Reported(
                    new EvaluationSetup(dataset, metric, null, null, null, null, null), value, source, null);
        }
    }

    /** Hands over figures that stand in one place. */
    public ReportedScores figures(List<Reported> figures, Place place) {
        new PublishedResults(model, evidence, place, sink)
                .write(figures.stream()
                        .map(figure -> new PublishedResult(
                                String.valueOf(figure.setup().task()),
                                figure.setup(),
                                figure.value(),
                                false,
                                figure.source(),
                                figure.date()))
                        .toList());
        return this;
    }

    /** Hands over what stands under {@code model-index}; as {@link #collected} in all else. */
    public ReportedScores indexed(@Nullable Object index, Place place) {
        new PublishedResults(model, evidence, place, sink).write(ModelIndex.results(index, place, sink));
        return this;
    }
}

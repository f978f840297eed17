package org.eyrie.sources.card;

import java.util.List;
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

    /** Hands over what stands under {@code model-index}; as {@link #collected} in all else. */
    public ReportedScores indexed(@Nullable Object index, Place place) {
        new PublishedResults(model, evidence, place, sink).write(ModelIndex.results(index, place, sink));
        return this;
    }
}

package org.eyrie.server.rest;

import java.time.Instant;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.ModelId;
import org.jspecify.annotations.Nullable;

/** A measured score, without its outcomes item by item. */
record EvaluationView(
        ModelId model,
        BenchmarkId benchmark,
        double score,
        @Nullable Integer items,
        @Nullable Double stderr,
        @Nullable String source,
        @Nullable Instant measuredAt) {

    static EvaluationView of(Evaluation evaluation) {
        return new EvaluationView(
                evaluation.model(),
                evaluation.benchmark(),
                evaluation.score(),
                evaluation.items(),
                evaluation.stderr(),
                evaluation.source(),
                evaluation.measuredAt());
    }
}

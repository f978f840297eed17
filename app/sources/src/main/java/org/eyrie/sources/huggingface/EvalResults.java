package org.eyrie.sources.huggingface;

import java.util.List;
import java.util.Map;
import org.eyrie.model.Benchmark;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.ModelId;
import org.eyrie.sources.BenchmarkNames;
import org.eyrie.sources.FactSink;
import org.eyrie.sources.Place;
import org.eyrie.sources.tree.Tree;
import org.jspecify.annotations.Nullable;

/** Scores as the Hub lists them: {@code dataset{id, task_id}, value, source{url}}. A figure above 1 is a percentage. */
final class EvalResults {

    private EvalResults() {}

    static void scores(ModelId model, List<?> results, Place place, FactSink sink) {
        for (Object result : results) {
            if (!(result instanceof Map<?, ?> map)) {
                sink.note(place, "A result was left out: it is " + Tree.describe(result));
                continue;
            }
            Map<String, Object> outer = Tree.object(map);
            Map<String, Object> tree = outer.get("data") instanceof Map<?, ?> data ? Tree.object(data) : outer;
            Object dataset = Tree.at(tree, "dataset", "id");
            Object task = Tree.at(tree, "dataset", "task_id");
            if (dataset == null || !(tree.get("value") instanceof Number value)) {
                sink.note(place, "A result was left out: it has no dataset or no value");
                continue;
            }
            String name = task == null ? dataset.toString() : dataset + "/" + task;
            double score = value.doubleValue() > 1 ? value.doubleValue() / 100 : value.doubleValue();
            score(model, name, score, Tree.at(tree, "source", "url"), place, sink);
        }
    }

    private static void score(
            ModelId model, String task, double score, @Nullable Object source, Place place, FactSink sink) {
        try {
            Benchmark benchmark =
                    BenchmarkNames.benchmark(new EvaluationSetup(task, null, null, null, null, null, null), null);
            Evaluation evaluation = new Evaluation(
                    model,
                    benchmark.id(),
                    score,
                    null,
                    null,
                    null,
                    source == null ? place.input() : source.toString(),
                    null);
            sink.benchmark(place, benchmark);
            sink.evaluation(place, evaluation);
        } catch (IllegalArgumentException e) {
            sink.note(place, task + " was left out: " + e.getMessage());
        }
    }
}

package org.eyrie.server.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.engine.ask.EvaluationQuestion;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * What to evaluate next: give model, how good is it, or bestOn, who is best.
 *
 * @param model how good it is
 * @param benchmarks on what, up to 1,000; all it was not measured on where it is missing
 * @param bestOn on what one is to be best, by name: the weight of each in the mean, above 0
 * @param among the models to choose from, 2 to 5,000; all there are where among and family are missing
 * @param family choose from everything related to this model
 * @param costs what running benchmarks costs, by name, above 0; no others are proposed then. Their numbers of items where
 *     it is missing
 * @param count how many to propose at most, 1 to 1,000; 10 where it is missing
 */
record NextEvaluationsRequest(
        @Nullable String model,
        @Nullable List<String> benchmarks,
        @Nullable Map<String, Double> bestOn,
        @Nullable List<String> among,
        @Nullable String family,
        @Nullable Map<String, Double> costs,
        @Nullable Integer count) {

    private static final int MOST_BENCHMARKS = 1_000;
    private static final int USUAL_COUNT = 10;

    /** @throws InvalidInputException with every fault */
    EvaluationQuestion question() {
        Inputs inputs = new Inputs();
        ModelId whose = inputs.optional("model", model, ModelId::new);
        List<BenchmarkId> wanted = inputs.benchmarks("benchmarks", benchmarks, MOST_BENCHMARKS);
        Map<BenchmarkId, Double> weights = numbers("bestOn", bestOn, inputs);
        List<ModelId> models = inputs.models("among", among, EvaluationQuestion.MOST_AMONG);
        ModelId related = inputs.optional("family", family, ModelId::new);
        Map<BenchmarkId, Double> known = numbers("costs", costs, inputs);
        int most = inputs.number(
                "count", count == null ? null : count.toString(), 1, EvaluationQuestion.MOST_COUNT, USUAL_COUNT);
        if ((model == null) == (bestOn == null || bestOn.isEmpty())) {
            inputs.fault("model", "Ask one question: model, how good it is, or bestOn, who is best.");
        }
        if (model == null && !wanted.isEmpty()) {
            inputs.fault("benchmarks", "They belong to model: bestOn names its own.");
        }
        inputs.check();
        if (whose == null) {
            return new EvaluationQuestion(null, weights, models, related, known, most);
        }
        Map<BenchmarkId, Double> alike = new LinkedHashMap<>();
        wanted.forEach(benchmark -> alike.put(benchmark, 1.0));
        return new EvaluationQuestion(whose, alike, models, related, known, most);
    }

    private static Map<BenchmarkId, Double> numbers(String where, @Nullable Map<String, Double> given, Inputs inputs) {
        Map<BenchmarkId, Double> read = new LinkedHashMap<>();
        if (given != null) {
            given.forEach((name, number) -> {
                BenchmarkId benchmark = inputs.benchmark(where, name);
                if (number == null) {
                    inputs.fault(where + "." + name, "Its number is missing.");
                } else if (benchmark != null) {
                    read.put(benchmark, number);
                }
            });
        }
        return read;
    }
}

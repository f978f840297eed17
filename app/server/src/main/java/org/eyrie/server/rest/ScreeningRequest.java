package org.eyrie.server.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.engine.ask.Candidate;
import org.eyrie.engine.ask.ScreeningQuestion;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.InvalidInputException;
import org.eyrie.sources.tree.ParsedTree;
import org.jspecify.annotations.Nullable;

/**
 * Which of many models to evaluate.
 *
 * @param candidates what to choose from, 1 to 5,000
 * @param benchmarks what they are to be good at: a list of names, or by name the weight of each in the mean, above 0
 * @param budget how many can be evaluated, 1 at least
 */
record ScreeningRequest(
        @Nullable List<CandidateRequest> candidates,
        @Nullable Object benchmarks,
        @Nullable Integer budget) {

    /** @throws InvalidInputException with every fault */
    ScreeningQuestion question() {
        Inputs inputs = new Inputs();
        List<Candidate> read = new ArrayList<>();
        List<CandidateRequest> asked = candidates == null ? List.of() : candidates;
        for (int position = 0; position < Math.min(asked.size(), ScreeningQuestion.MOST_CANDIDATES + 1); position++) {
            CandidateRequest request = inputs.element("candidates", asked, position);
            Candidate candidate = request == null ? null : request.read("candidates[" + position + "]", inputs);
            if (candidate != null) {
                read.add(candidate);
            }
        }
        Map<BenchmarkId, Double> weights = weights(inputs);
        if (budget == null) {
            inputs.fault("budget", "It is missing.");
        }
        inputs.check();
        return new ScreeningQuestion(read, weights, Inputs.checked(budget));
    }

    private Map<BenchmarkId, Double> weights(Inputs inputs) {
        Map<BenchmarkId, Double> weights = new LinkedHashMap<>();
        if (benchmarks instanceof List<?> names) {
            for (int position = 0; position < names.size(); position++) {
                String where = "benchmarks[" + position + "]";
                String name = name(where, names.get(position), inputs);
                BenchmarkId benchmark = name == null ? null : inputs.benchmark(where, name);
                if (benchmark != null && weights.put(benchmark, 1.0) != null) {
                    inputs.fault(
                            where, "\"" + benchmark + "\" stands twice: leave one of them, or give it a weight of 2.");
                }
            }
        } else if (benchmarks instanceof Map<?, ?> numbers) {
            numbers.forEach((name, number) -> {
                BenchmarkId benchmark = inputs.benchmark("benchmarks", String.valueOf(name));
                Double weight = weight("benchmarks." + name, number, inputs);
                if (benchmark != null && weight != null) {
                    weights.put(benchmark, weight);
                }
            });
        } else if (benchmarks != null) {
            inputs.fault(
                    "benchmarks",
                    "It must be a list of names, or an object with a weight for each, not " + said(benchmarks) + ".");
        }
        return weights;
    }

    private static @Nullable String name(String where, @Nullable Object written, Inputs inputs) {
        if (written instanceof String name) {
            return name;
        }
        inputs.fault(where, written == null ? "It is missing." : "It must be a name, not " + said(written) + ".");
        return null;
    }

    private static @Nullable Double weight(String where, @Nullable Object written, Inputs inputs) {
        if (written instanceof Number weight) {
            return weight.doubleValue();
        }
        inputs.fault(
                where,
                written == null
                        ? "Its weight is missing: 1 where all count alike."
                        : "Its weight must be a number, not " + said(written) + ".");
        return null;
    }

    private static String said(Object written) {
        return ParsedTree.describe(written);
    }
}

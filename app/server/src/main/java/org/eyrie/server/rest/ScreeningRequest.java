package org.eyrie.server.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.engine.ask.Candidate;
import org.eyrie.engine.ask.ScreeningQuestion;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Which of many models to evaluate.
 *
 * @param candidates what to choose from, 1 to 5,000
 * @param benchmarks what they are to be good at, by name: the weight of each in the mean, above 0
 * @param budget how many can be evaluated, 1 at least
 */
record ScreeningRequest(
        @Nullable List<CandidateRequest> candidates,
        @Nullable Map<String, Double> benchmarks,
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
        Map<BenchmarkId, Double> weights = new LinkedHashMap<>();
        if (benchmarks != null) {
            benchmarks.forEach((name, weight) -> {
                BenchmarkId benchmark = inputs.benchmark("benchmarks", name);
                if (weight == null) {
                    inputs.fault("benchmarks." + name, "Its weight is missing: 1 where all count alike.");
                } else if (benchmark != null) {
                    weights.put(benchmark, weight);
                }
            });
        }
        if (budget == null) {
            inputs.fault("budget", "It is missing.");
        }
        inputs.check();
        return new ScreeningQuestion(read, weights, Inputs.checked(budget));
    }
}

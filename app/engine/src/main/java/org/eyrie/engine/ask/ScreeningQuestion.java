package org.eyrie.engine.ask;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;

/**
 * Which of many models to evaluate.
 *
 * @param candidates one to {@value #MOST_CANDIDATES}, labels each once
 * @param benchmarks what they are to be good at, one at least: the weight of each in the mean, above 0
 * @param budget how many can be evaluated, at least one
 */
public record ScreeningQuestion(List<Candidate> candidates, Map<BenchmarkId, Double> benchmarks, int budget) {

    /** Draws of all candidates are held in memory: 160 MB of so many. */
    public static final int MOST_CANDIDATES = 5_000;

    /** @throws InvalidInputException with every fault */
    public ScreeningQuestion {
        candidates = List.copyOf(candidates);
        benchmarks = Collections.unmodifiableMap(new LinkedHashMap<>(benchmarks));
        List<Fault> faults = new ArrayList<>();
        if (candidates.isEmpty() || candidates.size() > MOST_CANDIDATES) {
            faults.add(new Fault(
                    "candidates", "There may be 1 to " + MOST_CANDIDATES + " of them, not " + candidates.size() + "."));
        }
        if (benchmarks.isEmpty()) {
            faults.add(new Fault("benchmarks", "Say what the candidates are to be good at: one benchmark at least."));
        }
        benchmarks.forEach((benchmark, weight) -> {
            if (!(weight > 0 && weight <= Double.MAX_VALUE)) {
                faults.add(new Fault(
                        "benchmarks", "The weight of " + benchmark + " must be above 0, not " + weight + "."));
            }
        });
        if (budget < 1) {
            faults.add(new Fault("budget", "It must be 1 at least, not " + budget + "."));
        }
        Set<String> seen = new HashSet<>();
        for (Candidate candidate : candidates) {
            if (!seen.add(candidate.label())) {
                faults.add(
                        new Fault(candidate.where(), "\"" + candidate.label() + "\" stands twice: leave one of them."));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException("Screening", faults);
        }
    }
}

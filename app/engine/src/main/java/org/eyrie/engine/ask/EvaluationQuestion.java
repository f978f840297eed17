package org.eyrie.engine.ask;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * What to evaluate next, for one of two questions: how good a model is, or which of several is best.
 *
 * @param model how good it is; null where the question is which is best
 * @param benchmarks on what, with the weight of each in the mean, above 0; of a model weights do not count, and none are
 *     all it was not measured on
 * @param among which models to choose from; none for those of {@code family}. Not of a question about one model
 * @param family everything related to this model is to be chosen from; null for {@code among}, or for all models there are
 * @param costs of running benchmarks, above 0: only these are proposed; none for the numbers of their items
 * @param count how many evaluations to propose at most, 1 to {@value #MOST_COUNT}
 */
public record EvaluationQuestion(
        @Nullable ModelId model,
        Map<BenchmarkId, Double> benchmarks,
        List<ModelId> among,
        @Nullable ModelId family,
        Map<BenchmarkId, Double> costs,
        int count) {

    /** Evaluations that are proposed at most. */
    public static final int MOST_COUNT = 1_000;

    /** Models to choose from that may be named. */
    public static final int MOST_AMONG = 5_000;

    /** @throws InvalidInputException with every fault */
    public EvaluationQuestion {
        benchmarks = Collections.unmodifiableMap(new LinkedHashMap<>(benchmarks));
        among = List.copyOf(new LinkedHashSet<>(among));
        costs = Collections.unmodifiableMap(new LinkedHashMap<>(costs));
        List<Fault> faults = new ArrayList<>();
        if (model == null && benchmarks.isEmpty()) {
            faults.add(new Fault(
                    "the question", "Name a model to know how good it is, or a benchmark to know who is best on it."));
        }
        if (model != null && (!among.isEmpty() || family != null)) {
            faults.add(new Fault("the question", "Models to choose from belong to the question who is best."));
        }
        if (!among.isEmpty() && family != null) {
            faults.add(new Fault("the question", "Name the models to choose from or their family, not both."));
        }
        if (among.size() == 1 || among.size() > MOST_AMONG) {
            faults.add(new Fault("among", "There may be 2 to " + MOST_AMONG + " models, not " + among.size() + "."));
        }
        positive("benchmarks", "The weight of ", benchmarks, faults);
        positive("costs", "The cost of ", costs, faults);
        if (count < 1 || count > MOST_COUNT) {
            faults.add(new Fault("count", "It must be from 1 to " + MOST_COUNT + ", not " + count + "."));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException("What to evaluate next", faults);
        }
    }

    private static void positive(String where, String what, Map<BenchmarkId, Double> numbers, List<Fault> faults) {
        numbers.forEach((benchmark, number) -> {
            if (!(number > 0 && number <= Double.MAX_VALUE)) {
                faults.add(new Fault(where, what + benchmark + " must be above 0, not " + number + "."));
            }
        });
    }

    /** How good a model is on some benchmarks, all where none is given. */
    public static EvaluationQuestion howGood(
            ModelId model, List<BenchmarkId> benchmarks, Map<BenchmarkId, Double> costs, int count) {
        Map<BenchmarkId, Double> wanted = new LinkedHashMap<>();
        benchmarks.forEach(benchmark -> wanted.put(benchmark, 1.0));
        return new EvaluationQuestion(model, wanted, List.of(), null, costs, count);
    }
}

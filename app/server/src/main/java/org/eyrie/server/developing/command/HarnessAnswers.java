package org.eyrie.server.developing.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eyrie.model.Benchmark;
import org.eyrie.model.Evaluation;
import org.eyrie.model.ModelId;
import org.eyrie.model.Outcomes;
import org.eyrie.sources.lmeval.LmEvalSource;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Finding;
import org.eyrie.sources.spi.UnreadableException;

/**
 * What a run left in its folder, as the import of lm-evaluation-harness reads it.
 *
 * @param solved by task and hash of the document
 * @param faults what keeps it from being taken, for people
 */
record HarnessAnswers(Map<String, Map<String, Boolean>> solved, List<String> faults) {

    private static final ModelId CANDIDATE = new ModelId("candidate");

    /**
     * @param metric which figure counts, such as {@code exact_match} or {@code exact_match,strict-match}; empty where a task
     *     has one alone that is 0 or 1
     */
    static HarnessAnswers read(Path out, String metric) {
        List<Evaluation> evaluations = new ArrayList<>();
        Map<String, Benchmark> benchmarks = new HashMap<>();
        List<String> faults = new ArrayList<>();
        try {
            new LmEvalSource(List.of(out), CANDIDATE, false).read(FactSink.of(finding -> {
                if (finding instanceof Finding.OfBenchmark found) {
                    benchmarks.put(found.benchmark().id().value(), found.benchmark());
                } else if (finding instanceof Finding.OfEvaluation found) {
                    evaluations.add(found.evaluation());
                } else if (finding instanceof Finding.Rejected rejected) {
                    faults.add(rejected.place() + ": " + rejected.reason());
                }
            }));
        } catch (UnreadableException e) {
            faults.add(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            faults.add("Its results cannot be read: " + e);
        }
        return new HarnessAnswers(solved(evaluations, benchmarks, metric, faults), faults);
    }

    private static Map<String, Map<String, Boolean>> solved(
            List<Evaluation> evaluations, Map<String, Benchmark> benchmarks, String metric, List<String> faults) {
        Map<String, List<Evaluation>> byTask = new LinkedHashMap<>();
        for (Evaluation evaluation : evaluations) {
            Benchmark benchmark = benchmarks.get(evaluation.benchmark().value());
            Outcomes outcomes = evaluation.outcomes();
            if (benchmark != null
                    && outcomes != null
                    && outcomes.names() != null
                    && (metric.isEmpty()
                            || metric.equals(figure(benchmark))
                            || metric.equals(benchmark.setup().metric()))) {
                byTask.computeIfAbsent(String.valueOf(benchmark.setup().task()), task -> new ArrayList<>())
                        .add(evaluation);
            }
        }
        Map<String, Map<String, Boolean>> solved = new LinkedHashMap<>();
        byTask.forEach((task, found) -> {
            if (found.size() > 1) {
                TreeSet<String> figures = new TreeSet<>();
                found.forEach(one -> figures.add(one.benchmark().value()));
                faults.add(task + " has several figures that are 0 or 1 an item. Name the one that counts: " + figures);
            } else {
                solved.put(task, named(found.get(0)));
            }
        });
        return solved;
    }

    private static String figure(Benchmark benchmark) {
        String filter = benchmark.setup().filter();
        return benchmark.setup().metric() + (filter == null ? "" : "," + filter);
    }

    private static Map<String, Boolean> named(Evaluation evaluation) {
        Map<String, Boolean> named = new HashMap<>();
        Outcomes outcomes = evaluation.outcomes();
        if (outcomes == null || outcomes.names() == null) {
            return named;
        }
        for (int i = 0; i < outcomes.items(); i++) {
            if (outcomes.value().charAt(i) != Outcomes.NOT_SEEN) {
                named.put(outcomes.names().get(i), outcomes.value().charAt(i) == '1');
            }
        }
        return named;
    }
}

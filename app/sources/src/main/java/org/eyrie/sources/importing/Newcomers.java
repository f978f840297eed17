package org.eyrie.sources.importing;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Facts;
import org.eyrie.model.LineageStore;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.ScoreStore;

/**
 * Names that an import would bring into being by mentioning them: models that nothing but an edge or a score speaks of, and
 * benchmarks nobody has. One that looks like a known name is likely a slip of it, and would stand apart from it for ever.
 */
final class Newcomers implements Consumer<Facts> {

    private final LineageStore lineage;
    private final ScoreStore scores;
    private final Set<ModelId> described = new HashSet<>();
    private final Set<ModelId> mentioned = new HashSet<>();
    private final Set<BenchmarkId> benchmarks = new HashSet<>();

    Newcomers(LineageStore lineage, ScoreStore scores) {
        this.lineage = lineage;
        this.scores = scores;
    }

    @Override
    public void accept(Facts batch) {
        batch.models().forEach(model -> described.add(model.id()));
        batch.derivations().forEach(edge -> {
            mention(edge.child());
            mention(edge.parent());
        });
        ModelId last = null;
        for (Evaluation score : batch.evaluations()) {
            if (!score.model().equals(last)) { // a model's scores often come together
                last = score.model();
                mention(last);
            }
            benchmarks.add(score.benchmark());
        }
    }

    private void mention(ModelId model) {
        if (!described.contains(model)) {
            mentioned.add(model);
        }
    }

    /** A sentence for each name that may be a slip of another; asks the store, of which a part is read where there are new names. */
    List<String> doubts() {
        return Stream.concat(modelDoubts(), benchmarkDoubts()).toList();
    }

    private Stream<String> modelDoubts() {
        Set<ModelId> fresh = new HashSet<>(mentioned);
        fresh.removeAll(described);
        if (!fresh.isEmpty()) {
            fresh.removeAll(lineage.known(fresh));
        }
        if (fresh.isEmpty()) {
            return Stream.empty();
        }
        Set<String> others = new LinkedHashSet<>();
        lineage.everything().models().stream()
                .map(Model::id)
                .map(ModelId::value)
                .forEach(others::add);
        Stream.concat(described.stream(), mentioned.stream())
                .map(ModelId::value)
                .sorted()
                .forEach(others::add);
        Set<String> names = fresh.stream().map(ModelId::value).collect(Collectors.toSet());
        return Lookalikes.among(names, others).entrySet().stream()
                .map(pair -> "The model " + pair.getKey() + " is new, nothing says what it is, and it looks like "
                        + pair.getValue() + ": if that is meant, correct the name");
    }

    private Stream<String> benchmarkDoubts() {
        Set<String> known = scores.benchmarks().stream()
                .map(Benchmark::id)
                .map(BenchmarkId::value)
                .collect(Collectors.toSet());
        Set<String> fresh = benchmarks.stream().map(BenchmarkId::value).collect(Collectors.toSet());
        fresh.removeAll(known);
        if (fresh.isEmpty()) {
            return Stream.empty();
        }
        Set<String> others = new LinkedHashSet<>(known);
        fresh.stream().sorted().forEach(others::add);
        return Lookalikes.among(fresh, others).entrySet().stream()
                .map(pair -> "The benchmark " + pair.getKey() + " is new and looks like " + pair.getValue()
                        + ": if that is meant, correct the name, since scores of the two never meet");
    }
}

package org.eyrie.model.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eyrie.model.Facts;
import org.eyrie.model.Fault;
import org.eyrie.model.Forgotten;
import org.eyrie.model.HistoryStore;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.ModelId;
import org.eyrie.model.PastImport;
import org.eyrie.model.Provenance;
import org.eyrie.model.UnknownImportException;
import org.jspecify.annotations.Nullable;

/** Takes back by writing everything else again into an empty graph: what is left is as if that had never been there. */
final class MemoryHistoryStore implements HistoryStore {

    private final Graph graph;

    MemoryHistoryStore(Graph graph) {
        this.graph = graph;
    }

    @Override
    public List<PastImport> imports(long before, int limit) {
        synchronized (graph) {
            List<PastImport> last = new ArrayList<>(graph.journal.imports());
            java.util.Collections.reverse(last);
            return last.stream()
                    .filter(each -> each.number() < before)
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public Optional<PastImport> find(long number) {
        synchronized (graph) {
            return graph.journal.imports().stream()
                    .filter(each -> each.number() == number)
                    .findFirst();
        }
    }

    @Override
    public List<String> sources() {
        synchronized (graph) {
            return graph.journal.entries().stream()
                    .flatMap(entry -> source(entry.facts()).stream())
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    @Override
    public Forgotten undo(long number, boolean dryRun) {
        synchronized (graph) {
            PastImport known = find(number).orElseThrow(() -> new UnknownImportException(number));
            if (known.state() == PastImport.State.UNDONE) {
                throw new InvalidInputException(
                        "Import " + number, List.of(new Fault(known.source(), "It was taken back already")));
            }
            Forgotten forgotten = without(entry -> Objects.equals(entry.number(), number), dryRun);
            if (!dryRun) {
                markUndone(each -> each.number() == number);
            }
            return forgotten;
        }
    }

    @Override
    public Forgotten forget(String source, boolean dryRun) {
        synchronized (graph) {
            if (!sources().contains(source)) {
                throw new InvalidInputException(
                        "What is from " + source,
                        List.of(new Fault(source, "No fact is from there; known are " + sources())));
            }
            Forgotten forgotten = without(
                    entry -> source(entry.facts()).filter(source::equals).isPresent(), dryRun);
            if (!dryRun) {
                markUndone(each -> each.source().equals(source));
            }
            return forgotten;
        }
    }

    @Override
    public Forgotten forget(ModelId model, boolean dryRun) {
        synchronized (graph) {
            graph.require(model);
            List<Journal.Entry> left = new ArrayList<>();
            for (Journal.Entry entry : graph.journal.entries()) {
                left.add(new Journal.Entry(without(entry.facts(), model), entry.number()));
            }
            long own = graph.predictions
                    .getOrDefault(model, new java.util.TreeMap<>())
                    .size();
            Forgotten forgotten = replayed(left, dryRun, Set.of());
            boolean stub = graph.models.containsKey(model);
            if (!dryRun) {
                graph.predictions.remove(model);
            }
            return dryRun || !stub ? forgotten : forgotten.plus(predictions(own));
        }
    }

    private static Forgotten predictions(long count) {
        return new Forgotten(Forgotten.Counts.NONE, Forgotten.Counts.NONE, 0, count, 0, List.of(), false);
    }

    private Forgotten without(Predicate<Journal.Entry> gone, boolean dryRun) {
        List<Journal.Entry> entries = graph.journal.entries();
        Set<Object> said = entries.stream()
                .filter(gone)
                .flatMap(entry -> keys(entry.facts()))
                .collect(Collectors.toSet());
        return replayed(entries.stream().filter(gone.negate()).toList(), dryRun, said);
    }

    /** @param said keys of facts that are taken back */
    private Forgotten replayed(List<Journal.Entry> left, boolean dryRun, Set<Object> said) {
        Graph fresh = new Graph();
        MemoryFactStore writer = new MemoryFactStore(fresh);
        left.forEach(entry -> writer.write(withoutRun(entry.facts())));
        Forgotten forgotten = new Difference(graph, fresh).forgotten(said).withDryRun(dryRun);
        if (!dryRun) {
            graph.become(fresh);
            graph.journal.become(left);
            graph.predictions.keySet().retainAll(graph.models.keySet());
            graph.predictions.values().forEach(row -> row.keySet().retainAll(graph.benchmarks.keySet()));
            graph.version++;
        }
        return forgotten;
    }

    private void markUndone(Predicate<PastImport> taken) {
        for (PastImport each : List.copyOf(graph.journal.imports())) {
            if (taken.test(each)) {
                graph.journal.put(new PastImport(
                        each.number(),
                        each.source(),
                        each.startedAt(),
                        each.finishedAt(),
                        PastImport.State.UNDONE,
                        each.written(),
                        each.notes()));
            }
        }
    }

    private static Stream<Object> keys(Facts facts) {
        return Stream.of(
                        facts.models().stream().map(model -> (Object) model.id()),
                        facts.benchmarks().stream().map(benchmark -> (Object) benchmark.id()),
                        facts.derivations().stream().map(edge -> (Object) Map.entry(edge.child(), edge.parent())),
                        facts.evaluations().stream().map(score -> (Object) Map.entry(score.model(), score.benchmark())),
                        facts.recipes().stream().map(recipe -> (Object) Map.entry(recipe.model(), "recipe")))
                .flatMap(each -> each);
    }

    private static Facts without(Facts facts, ModelId model) {
        return new Facts(
                facts.models().stream().filter(each -> !each.id().equals(model)).toList(),
                facts.derivations().stream()
                        .filter(edge -> !edge.child().equals(model))
                        .toList(),
                facts.benchmarks(),
                facts.evaluations().stream()
                        .filter(score -> !score.model().equals(model))
                        .toList(),
                facts.recipes().stream()
                        .filter(recipe -> !recipe.model().equals(model))
                        .toList(),
                facts.provenance());
    }

    private static Facts withoutRun(Facts facts) {
        Provenance origin = facts.provenance();
        return origin == null ? facts : facts.from(new Provenance(origin.source(), origin.recordedAt()));
    }

    private static Optional<String> source(Facts facts) {
        @Nullable Provenance origin = facts.provenance();
        return Optional.ofNullable(origin).map(Provenance::source);
    }
}

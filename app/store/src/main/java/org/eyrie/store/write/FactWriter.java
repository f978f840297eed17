package org.eyrie.store.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.WriteSummary;
import org.eyrie.model.WriteSummary.Counts;
import org.eyrie.store.row.BenchmarkRow;
import org.eyrie.store.row.DerivationRow;
import org.eyrie.store.row.EvaluationRow;
import org.eyrie.store.row.ModelRow;
import org.eyrie.store.row.RecipeRow;
import org.eyrie.store.statement.Statement;
import org.eyrie.store.transaction.Batches;
import org.eyrie.store.transaction.Work;
import org.neo4j.driver.Record;

/** Writes facts within one transaction. */
public final class FactWriter {

    private final Work work;
    private final Batches batches;

    public FactWriter(Work work, Batches batches) {
        this.work = work;
        this.batches = batches;
    }

    /**
     * Writes them and says what that did.
     *
     * @throws org.eyrie.model.LineageCycleException if a derivation closes a cycle
     * @throws org.eyrie.model.InvalidInputException if a benchmark contradicts what is known of it
     */
    public WriteSummary write(Latest facts) {
        work.run(Statement.LOCK, Map.of());
        ImportEntry entry = ImportEntry.open(work, batches, facts.provenance());
        ItemPositions positions = new ItemPositions(work, batches, entry.origin());
        Counts benchmarks = benchmarks(facts, entry);
        Counts models = models(facts, entry);
        Counts derivations = derivations(facts, entry);
        Effects scores = evaluations(facts, positions, entry);
        Counts evaluations = scores.counts();
        Counts recipes = recipes(facts, entry);
        WriteSummary summary = new WriteSummary(
                models,
                derivations,
                benchmarks,
                evaluations,
                recipes,
                scores.kept(),
                scores.unaligned(),
                scores.replaced());
        entry.close(summary, summary.isChange() || positions.added() > 0);
        if (summary.isChange()) {
            work.run(Statement.NEXT_VERSION, Map.of());
        }
        return summary;
    }

    private Counts models(Latest facts, ImportEntry entry) {
        List<Model> stubs = facts.stubs().stream().map(Model::stub).toList();
        Effects declared = models(facts.models().values(), entry);
        return declared.counts().plus(models(stubs, entry).created());
    }

    private Effects models(Collection<Model> models, ImportEntry entry) {
        Effects effects = new Effects();
        batches.each(models, ModelRow::of, rows -> effects.add(report(Statement.WRITE_MODELS, rows, entry), "models"));
        return effects;
    }

    private Counts derivations(Latest facts, ImportEntry entry) {
        Effects effects = new Effects();
        List<List<String>> suspects = new ArrayList<>();
        batches.each(facts.derivations().values(), DerivationRow::of, rows -> {
            List<Record> report = report(Statement.WRITE_DERIVATIONS, rows, entry);
            effects.add(report, "derivations");
            report.forEach(
                    row -> suspects.addAll(row.get("suspects").asList(edge -> edge.asList(end -> end.asString()))));
        });
        new CycleCheck(work).refuse(suspects);
        return effects.counts();
    }

    // Few, so what is known is fetched and compared here: Benchmark.orElse has the law and refuses contradictions.
    private Counts benchmarks(Latest facts, ImportEntry entry) {
        Set<BenchmarkId> named = new LinkedHashSet<>(facts.benchmarks().keySet());
        named.addAll(facts.stubBenchmarks());
        List<String> ids = named.stream().map(BenchmarkId::value).toList();
        Map<BenchmarkId, Benchmark> known =
                work.list(Statement.KNOWN_BENCHMARKS, Map.of("ids", ids), BenchmarkRow::read).stream()
                        .collect(Collectors.toMap(Benchmark::id, Function.identity()));
        List<Benchmark> created = new ArrayList<>();
        List<Benchmark> changed = new ArrayList<>();
        for (BenchmarkId id : named) {
            Benchmark newer = facts.benchmarks().getOrDefault(id, Benchmark.stub(id));
            Benchmark older = known.get(id);
            Benchmark together = older == null ? newer : newer.orElse(older);
            if (older == null) {
                created.add(together);
            } else if (!together.equals(older)) {
                changed.add(together);
            }
        }
        batches.each(created, BenchmarkRow::of, rows -> report(Statement.WRITE_BENCHMARKS, rows, entry));
        batches.each(changed, BenchmarkRow::of, rows -> report(Statement.WRITE_BENCHMARKS, rows, entry));
        int declaredAndKnown = (int)
                facts.benchmarks().keySet().stream().filter(known::containsKey).count();
        return new Counts(created.size(), declaredAndKnown - changed.size(), changed.size());
    }

    private Effects evaluations(Latest facts, ItemPositions positions, ImportEntry entry) {
        Effects effects = new Effects();
        Set<List<Object>> together = new HashSet<>();
        Collection<Evaluation> placed =
                withEarlierRuns(together, positions.place(facts.evaluations().values()));
        batches.each(
                placed,
                evaluation -> row(evaluation, together),
                rows -> effects.addScores(report(Statement.WRITE_EVALUATIONS, rows, entry), facts.provenance()));
        effects.addUnaligned(positions.unaligned());
        return effects;
    }

    /**
     * Runs of some items are few, so what was run before is fetched and put together here; the statement has the rest of
     * the law of {@link Evaluation#orElse}.
     *
     * @param together takes down what was put together
     */
    private List<Evaluation> withEarlierRuns(Set<List<Object>> together, List<Evaluation> placed) {
        List<String> models = placed.stream()
                .filter(Evaluation::isShareOfItsOutcomes)
                .map(evaluation -> evaluation.model().value())
                .distinct()
                .toList();
        if (models.isEmpty()) {
            return placed;
        }
        Map<List<Object>, Evaluation> earlier = new HashMap<>();
        work.list(Statement.OUTCOMES_OF_MODELS, Map.of("ids", models), EvaluationRow::read)
                .forEach(each -> earlier.put(List.of(each.model(), each.benchmark()), each));
        return placed.stream()
                .map(newer -> {
                    Evaluation older = earlier.get(List.of(newer.model(), newer.benchmark()));
                    if (older == null || !newer.complements(older)) {
                        return newer;
                    }
                    together.add(List.of(newer.model(), newer.benchmark()));
                    return newer.orElse(older);
                })
                .toList();
    }

    // A run that is added to the one that is there replaces nothing.
    private static Map<String, Object> row(Evaluation evaluation, Set<List<Object>> together) {
        Map<String, Object> row = EvaluationRow.of(evaluation);
        row.put("together", together.contains(List.of(evaluation.model(), evaluation.benchmark())));
        return row;
    }

    private Counts recipes(Latest facts, ImportEntry entry) {
        Effects effects = new Effects();
        batches.each(
                facts.recipes().values(),
                RecipeRow::of,
                rows -> effects.add(report(Statement.WRITE_RECIPES, rows, entry), "recipes"));
        return effects.counts();
    }

    private List<Record> report(Statement statement, Map<String, Object> rows, ImportEntry entry) {
        Map<String, Object> parameters = new HashMap<>(rows);
        parameters.put("origin", entry.origin());
        List<Record> report = work.list(statement, parameters, Function.identity());
        entry.changed(report);
        return report;
    }
}

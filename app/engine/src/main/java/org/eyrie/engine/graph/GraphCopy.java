package org.eyrie.engine.graph;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eyrie.engine.fit.MergeMethods;
import org.eyrie.engine.fit.Sources;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Measurement;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.Stores;
import org.eyrie.model.UnknownModelException;

/**
 * Lineage and scores of a moment, in memory; outcomes item by item, which may be gigabytes, stay in the store. Models are
 * numbered by id. Does not change; safe for use by several threads.
 */
public final class GraphCopy implements GraphView {

    private final Stores stores;
    private final Neighbourhood everything;
    private final Map<ModelId, Integer> numbers;
    private final NumberedLineage lineage;
    private final List<Benchmark> benchmarks;
    private final ByNumber<Measurement> measured;
    private final ByNumber<Measurement> overtaken;
    private final Map<ModelId, String> methods;

    private GraphCopy(Stores stores, Neighbourhood everything) {
        this.stores = stores;
        this.everything = everything;
        List<Model> models = everything.models();
        numbers = new HashMap<>(2 * models.size());
        for (int number = 0; number < models.size(); number++) {
            numbers.put(models.get(number).id(), number);
        }
        lineage = new NumberedLineage(models.size(), everything.derivations(), this::number);
        benchmarks = stores.scores().benchmarks();
        Map<BenchmarkId, BenchmarkId> names =
                benchmarks.stream().map(Benchmark::id).collect(Collectors.toMap(Function.identity(), id -> id));
        Map<String, String> texts = new HashMap<>();
        measured = byModel(stores.scores().measurements(), names, texts);
        overtaken = byModel(stores.scores().overtaken(), names, texts);
        methods = MergeMethods.of(everything, stores.recipes());
    }

    /** Reads everything. Whoever wants it to be of one moment sees that nothing changed meanwhile. */
    public static GraphCopy of(Stores stores) {
        return new GraphCopy(stores, stores.lineage().everything());
    }

    private ByNumber<Measurement> byModel(
            List<Measurement> all, Map<BenchmarkId, BenchmarkId> names, Map<String, String> texts) {
        List<Measurement> known = all.stream()
                .filter(each -> numbers.containsKey(each.evaluation().model()))
                .map(each -> shared(each, names, texts))
                .toList();
        return ByNumber.of(
                known,
                each -> number(each.evaluation().model()),
                everything.models().size());
    }

    /** The same with one object for what thousands of them have in common. */
    private Measurement shared(Measurement of, Map<BenchmarkId, BenchmarkId> names, Map<String, String> texts) {
        Evaluation each = of.evaluation();
        Model model = everything.models().get(number(each.model()));
        String source = each.source();
        String from = of.recordedFrom();
        return new Measurement(
                new Evaluation(
                        model.id(),
                        names.computeIfAbsent(each.benchmark(), id -> id),
                        each.score(),
                        each.items(),
                        each.stderr(),
                        null,
                        source == null ? null : texts.computeIfAbsent(source, text -> text),
                        each.measuredAt()),
                from == null ? null : texts.computeIfAbsent(from, text -> text));
    }

    private int number(ModelId model) {
        Integer number = numbers.get(model);
        if (number == null) {
            throw new UnknownModelException(model);
        }
        return number;
    }

    /** Numbers of those of the ids that are models, ascending, each once. */
    private IntStream numbers(Collection<ModelId> models) {
        return models.stream()
                .flatMap(model -> Stream.ofNullable(numbers.get(model)))
                .mapToInt(number -> number)
                .sorted()
                .distinct();
    }

    @Override
    public Optional<Model> find(ModelId id) {
        return Optional.ofNullable(numbers.get(id)).map(everything.models()::get);
    }

    @Override
    public Set<ModelId> known(Collection<ModelId> ids) {
        Set<ModelId> known = new HashSet<>(ids);
        known.retainAll(numbers.keySet());
        return known;
    }

    @Override
    public List<Benchmark> benchmarks() {
        return benchmarks;
    }

    @Override
    public Neighbourhood neighbourhood(ModelId model, int maxModels) {
        NumberedLineage.Relatives found = lineage.around(number(model), maxModels);
        List<Model> models =
                Arrays.stream(found.numbers).mapToObj(everything.models()::get).toList();
        List<Derivation> derivations = lineage.among(found.numbers);
        return new Neighbourhood(models, derivations, found.truncated);
    }

    @Override
    public Neighbourhood everything() {
        return everything;
    }

    @Override
    public List<Evaluation> scores(Collection<ModelId> models) {
        return numbers(models)
                .mapToObj(measured::of)
                .flatMap(List::stream)
                .map(Measurement::evaluation)
                .toList();
    }

    @Override
    public List<Evaluation> scores() {
        return measured.all().stream().map(Measurement::evaluation).toList();
    }

    @Override
    public List<Evaluation> outcomes(Collection<ModelId> models) {
        return stores.scores().outcomes(models);
    }

    @Override
    public Sources sources(Collection<ModelId> models) {
        return Sources.of(of(measured, models), of(overtaken, models));
    }

    private List<Measurement> of(ByNumber<Measurement> rows, Collection<ModelId> models) {
        return numbers(models).mapToObj(rows::of).flatMap(List::stream).toList();
    }

    @Override
    public Sources sources() {
        return Sources.of(measured.all(), overtaken.all());
    }

    @Override
    public Map<ModelId, String> methods(Neighbourhood graph) {
        return MergeMethods.merges(graph).stream()
                .filter(methods::containsKey)
                .collect(Collectors.toMap(Function.identity(), methods::get));
    }
}

package org.eyrie.engine.fit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.ModelLabels;
import org.eyrie.lrmf.problem.ModelTraits;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.model.Architecture;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.ModelName;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.jspecify.annotations.Nullable;

/**
 * Turns models, benchmarks and categories into indices and back. Nothing else in the program does.
 *
 * <p>Models are numbered in the order of the neighbourhood, columns and categories as the dictionary has them.
 * Categories that the dictionary does not have get new numbers, scores on benchmarks that it does not have are left out.
 */
public final class Numbering {

    /** How ids of models begin that have no name yet. */
    public static final String UNNAMED = "(";

    private final List<Model> models;
    private final Numbers<ModelId> rows;
    private final Numbers<BenchmarkId> columns;
    private final List<BenchmarkId> benchmarks;
    private final List<SourceColumn> others;
    private final Categories categories;
    private final Problem problem;
    private final MeasuredCells cells;

    public Numbering(Dictionary dictionary, Neighbourhood graph, Collection<Evaluation> evaluations) {
        this(dictionary, graph, evaluations, Map.of(), Sources.NONE);
    }

    /**
     * Of models some of which were merged in a known way, measured by several sources perhaps.
     *
     * @param methods by model, such as {@code slerp}
     * @param sources who measured what; of sources that the dictionary does not have scores count as the first one's
     */
    public Numbering(
            Dictionary dictionary,
            Neighbourhood graph,
            Collection<Evaluation> evaluations,
            Map<ModelId, String> methods,
            Sources sources) {
        models = graph.models();
        rows = new Numbers<>(models.stream().map(Model::id).toList());
        benchmarks = dictionary.benchmarks();
        others = dictionary.sources();
        columns = new Numbers<>(benchmarks);
        categories = new Categories(dictionary);
        cells = MeasuredCells.of(evaluations, sources, others, columns, rows);
        problem = new Problem(
                lineage(graph.derivations()),
                traits(methods),
                new Observations(
                        benchmarks.size() + others.size(),
                        cells.models(),
                        cells.columns(),
                        cells.scores(),
                        cells.trials()),
                BenchmarkKin.of(benchmarks, others),
                labels());
    }

    /** What a fit learns from. */
    public Problem problem() {
        return problem;
    }

    /** The models, row by row. */
    public List<Model> models() {
        return models;
    }

    /** The benchmarks, column by column. */
    public List<BenchmarkId> benchmarks() {
        return benchmarks;
    }

    /** What a column has scores on, whoever measured them. */
    public BenchmarkId benchmark(int column) {
        return column < benchmarks.size()
                ? benchmarks.get(column)
                : others.get(column - benchmarks.size()).benchmark();
    }

    /** Who measured the scores of a column; null for the first source of its benchmark. */
    public @Nullable String source(int column) {
        return column < benchmarks.size()
                ? null
                : others.get(column - benchmarks.size()).source();
    }

    /** Whether no benchmark has a column of another source. */
    public boolean isOfOneSource() {
        return others.isEmpty();
    }

    /** The score that a model has in a column; null where it has none. */
    public @Nullable Double score(int row, int column) {
        return cells.score(row, column);
    }

    /** Row of a model; empty where it is not among the models. */
    public OptionalInt row(ModelId model) {
        return rows.find(model);
    }

    /** Column of a benchmark; empty where the fit does not know it. */
    public OptionalInt column(BenchmarkId benchmark) {
        return columns.find(benchmark);
    }

    /** Categories of the models' traits. */
    public Categories categories() {
        return categories;
    }

    /** The category of a relation; a number of its own, since stored fits must survive a new relation. */
    public static int category(Relation relation) {
        return switch (relation) {
            case FINETUNE -> 0;
            case MERGE -> 1;
            case ADAPTER -> 2;
            case QUANTIZED -> 3;
            case DISTILL -> 4;
            case UNKNOWN -> 5;
        };
    }

    private LineageGraph lineage(List<Derivation> derivations) {
        int edges = derivations.size();
        int[] child = new int[edges];
        int[] parent = new int[edges];
        int[] relation = new int[edges];
        for (int e = 0; e < edges; e++) {
            Derivation derivation = derivations.get(e);
            child[e] = rows.of(derivation.child());
            parent[e] = rows.of(derivation.parent());
            relation[e] = category(derivation.relation());
        }
        return new LineageGraph(
                models.size(), Relation.values().length, child, parent, relation, ParentShares.of(derivations));
    }

    private ModelTraits traits(Map<ModelId, String> methods) {
        int n = models.size();
        int[] architecture = new int[n];
        int[] type = new int[n];
        int[] author = new int[n];
        int[] precision = new int[n];
        int[] chatTemplate = new int[n];
        int[] moe = new int[n];
        double[] size = new double[n];
        double[] day = new double[n];
        int[] series = new int[n];
        int[] method = new int[n];
        int[][] words = new int[n][];
        for (int row = 0; row < n; row++) {
            Traits traits = models.get(row).traits();
            ModelName name = ModelName.of(models.get(row).id());
            architecture[row] = categories.architectures.of(Architecture.of(traits.architecture()));
            type[row] = categories.types.of(traits.type());
            author[row] = categories.authors.of(name.author());
            precision[row] = categories.precisions.of(traits.precision());
            chatTemplate[row] = flag(traits.chatTemplate());
            moe[row] = flag(traits.moe());
            size[row] = name.parametersBillions(traits);
            day[row] =
                    traits.uploaded() == null ? Double.NaN : traits.uploaded().toEpochDay();
            series[row] = categories.series.of(name.series());
            method[row] = categories.methods.of(methods.get(models.get(row).id()));
            words[row] = name.words().stream().mapToInt(Integer::intValue).toArray();
        }
        return new ModelTraits(
                architecture, type, author, precision, chatTemplate, moe, size, day, series, method, words);
    }

    private ModelLabels labels() {
        List<String> licences = new ArrayList<>();
        for (Model model : models) {
            String licence = model.traits().license();
            licences.add(licence == null ? "" : licence);
        }
        return new ModelLabels(
                models.stream()
                        .map(model -> model.id().value())
                        .map(id -> id.startsWith(UNNAMED) ? "" : id)
                        .toList(),
                licences);
    }

    private static int flag(@Nullable Boolean trait) {
        return trait == null ? Numbers.UNKNOWN : trait ? 1 : 0;
    }
}

package org.eyrie.server.fit;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.eyrie.lrmf.LineageGraph;
import org.eyrie.lrmf.ModelTraits;
import org.eyrie.lrmf.Observations;
import org.eyrie.lrmf.Problem;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.jspecify.annotations.Nullable;

/**
 * Turns models, benchmarks and categories into indices and back. Nothing else in the program does.
 *
 * <p>Models are numbered in the order of the neighbourhood, columns and categories as the dictionary has them. What the
 * dictionary does not have is left out (scores) or unknown (traits).
 */
public final class Numbering {

    /** Stands in where nobody says how many items a score was measured on; the noise a fit learns matters more. */
    private static final int USUAL_ITEMS = 1_000;

    private static final int UNKNOWN = -1;

    private final Dictionary dictionary;
    private final List<Model> models;
    private final Map<ModelId, Integer> rows;
    private final Map<BenchmarkId, Integer> columns;
    private final Problem problem;

    public Numbering(Dictionary dictionary, Neighbourhood graph, Collection<Evaluation> evaluations) {
        this.dictionary = dictionary;
        this.models = graph.models();
        this.rows = positions(models.stream().map(Model::id).toList());
        this.columns = positions(dictionary.benchmarks());
        this.problem = new Problem(lineage(graph.derivations()), traits(), observations(evaluations));
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
        return dictionary.benchmarks();
    }

    /** Row of a model; empty where it is not among the models. */
    public OptionalInt row(ModelId model) {
        return optional(rows.get(model));
    }

    /** Column of a benchmark; empty where the fit does not know it. */
    public OptionalInt column(BenchmarkId benchmark) {
        return optional(columns.get(benchmark));
    }

    private LineageGraph lineage(List<Derivation> derivations) {
        int edges = derivations.size();
        int[] child = new int[edges];
        int[] parent = new int[edges];
        int[] relation = new int[edges];
        double[] weight = new double[edges];
        for (int e = 0; e < edges; e++) {
            Derivation derivation = derivations.get(e);
            child[e] = position(rows, derivation.child());
            parent[e] = position(rows, derivation.parent());
            relation[e] = category(derivation.relation());
            Double share = derivation.weight();
            weight[e] = share == null ? Double.NaN : share;
        }
        return new LineageGraph(models.size(), Relation.values().length, child, parent, relation, weight);
    }

    // A number of its own, not the position in the enum: stored fits must survive a new relation.
    private static int category(Relation relation) {
        return switch (relation) {
            case FINETUNE -> 0;
            case MERGE -> 1;
            case ADAPTER -> 2;
            case QUANTIZED -> 3;
            case DISTILL -> 4;
            case UNKNOWN -> 5;
        };
    }

    private ModelTraits traits() {
        int n = models.size();
        Map<String, Integer> architectures = positions(dictionary.architectures());
        Map<String, Integer> types = positions(dictionary.types());
        Map<String, Integer> authors = positions(dictionary.authors());
        Map<String, Integer> precisions = positions(dictionary.precisions());
        ModelTraits numbered = new ModelTraits(
                new int[n], new int[n], new int[n], new int[n], new int[n], new int[n], new double[n], new double[n]);
        for (int row = 0; row < n; row++) {
            Traits traits = models.get(row).traits();
            numbered.architecture()[row] = category(architectures, traits.architecture());
            numbered.type()[row] = category(types, traits.type());
            numbered.author()[row] = category(authors, models.get(row).id().namespace());
            numbered.precision()[row] = category(precisions, traits.precision());
            numbered.chatTemplate()[row] = flag(traits.chatTemplate());
            numbered.moe()[row] = flag(traits.moe());
            Double size = traits.parametersBillions();
            numbered.parametersBillions()[row] = size == null ? Double.NaN : size;
            numbered.uploadedDay()[row] =
                    traits.uploaded() == null ? Double.NaN : traits.uploaded().toEpochDay();
        }
        return numbered;
    }

    private Observations observations(Collection<Evaluation> evaluations) {
        List<Evaluation> known = evaluations.stream()
                .filter(evaluation -> rows.containsKey(evaluation.model()))
                .filter(evaluation -> columns.containsKey(evaluation.benchmark()))
                .toList();
        int cells = known.size();
        int[] model = new int[cells];
        int[] column = new int[cells];
        double[] score = new double[cells];
        double[] trials = new double[cells];
        for (int c = 0; c < cells; c++) {
            Evaluation evaluation = known.get(c);
            model[c] = position(rows, evaluation.model());
            column[c] = position(columns, evaluation.benchmark());
            score[c] = evaluation.score();
            Integer items = evaluation.items();
            trials[c] = items == null ? USUAL_ITEMS : items;
        }
        return new Observations(columns.size(), model, column, score, trials);
    }

    private static <T> Map<T, Integer> positions(List<T> names) {
        Map<T, Integer> positions = new HashMap<>(names.size() * 2);
        names.forEach(name -> positions.put(name, positions.size()));
        return positions;
    }

    private static <T> int position(Map<T, Integer> positions, T name) {
        return Optional.ofNullable(positions.get(name))
                .orElseThrow(() -> new IllegalArgumentException("Not among what was numbered: " + name));
    }

    private static int category(Map<String, Integer> positions, @Nullable String name) {
        return name == null ? UNKNOWN : positions.getOrDefault(name, UNKNOWN);
    }

    private static int flag(@Nullable Boolean trait) {
        return trait == null ? UNKNOWN : trait ? 1 : 0;
    }

    private static OptionalInt optional(@Nullable Integer position) {
        return position == null ? OptionalInt.empty() : OptionalInt.of(position);
    }
}

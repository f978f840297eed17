package org.eyrie.engine.evidence;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;
import org.jspecify.annotations.Nullable;

/** What was measured on the models of a piece of lineage. */
public final class MeasuredLineage {

    private final Map<ModelId, Map<BenchmarkId, Double>> measured = new HashMap<>();
    private final Neighbourhood graph;
    private final Collection<Evaluation> evaluations;
    private final MeasuredFamilies families;

    public MeasuredLineage(Neighbourhood graph, Collection<Evaluation> evaluations) {
        this(graph, evaluations, 0);
    }

    /** @param planned how many of the models, the first, do not exist yet: they join no families */
    public MeasuredLineage(Neighbourhood graph, Collection<Evaluation> evaluations, int planned) {
        for (Evaluation evaluation : evaluations) {
            measured.computeIfAbsent(evaluation.model(), model -> new HashMap<>())
                    .put(evaluation.benchmark(), evaluation.score());
        }
        this.graph = graph;
        this.evaluations = evaluations;
        this.families = new MeasuredFamilies(graph, evaluations, planned);
    }

    /** How broadly all this was measured. */
    public FamilySpread spread() {
        return FamilySpread.of(graph, evaluations, families);
    }

    /** The measured score, null if there is none. */
    public @Nullable Double score(ModelId model, BenchmarkId benchmark) {
        return scores(model).get(benchmark);
    }

    private Map<BenchmarkId, Double> scores(ModelId model) {
        return measured.getOrDefault(model, Map.of());
    }

    /**
     * What a prediction of a cell rests on.
     *
     * @param leaveOut whether the cell's own measurement does not count
     * @param spread of what the fit was learned from
     */
    public Evidence evidence(Model model, BenchmarkId benchmark, boolean leaveOut, FamilySpread spread) {
        ModelId id = model.id();
        Map<String, Integer> alike = spread.ofArchitecture(model.traits());
        Stream<String> known =
                Stream.concat(alike.keySet().stream(), families.benchmarks(id).map(BenchmarkId::value));
        boolean itself = score(id, benchmark) != null;
        boolean anything = !scores(id).isEmpty();
        return new Evidence(
                families.measured(id, benchmark) - (itself ? 1 : 0),
                families.measured(id) - (anything ? 1 : 0),
                scores(id).size() - (leaveOut && itself ? 1 : 0),
                !alike.isEmpty(),
                alike.getOrDefault(benchmark.value(), 0),
                known.mapToInt(other -> spread.together(benchmark.value(), other))
                        .max()
                        .orElse(0),
                spread.on(benchmark.value()));
    }
}

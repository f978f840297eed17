package org.eyrie.engine.ask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.NoFamilyEvidenceException;
import org.eyrie.model.UnknownModelException;

/** Predicts scores of models that exist. */
public final class Predictions {

    /** From this many models on, one solution of everything is quicker than a family per model. */
    private static final int MANY = 20;

    private final FamilySolver solver;

    Predictions(FamilySolver solver) {
        this.solver = solver;
    }

    /**
     * Predicts scores of one model from its family.
     *
     * @param benchmarks on what, none for all there are
     * @param leaveOut whether a cell's own measurement is kept from its prediction
     * @return one per benchmark, in the order asked for
     * @throws UnknownModelException if there is no such model
     * @throws org.eyrie.model.UnknownBenchmarkException if there is no such benchmark
     * @throws org.eyrie.model.NoFitException if there is no fit yet
     * @throws NoFamilyEvidenceException if nothing known says anything about any of them, and none was measured
     */
    public List<Forecast> of(ModelId model, Collection<BenchmarkId> benchmarks, boolean leaveOut) {
        Moment now = solver.now();
        List<BenchmarkId> wanted = now.asked().wanted(benchmarks);
        SolvedFamily family = now.around(model, FamilySolver.NEAREST);
        List<Forecast> forecasts = new Forecasts(family).of(family.member(model), wanted, leaveOut);
        if (!forecasts.isEmpty()
                && forecasts.stream()
                        .allMatch(forecast -> forecast.predicted() == null && forecast.measured() == null)) {
            throw new NoFamilyEvidenceException("Cannot predict \"" + model + "\": "
                    + String.join(" ", forecasts.get(0).warnings())
                    + " Add its parents, its architecture, or a score of it or of a relative.");
        }
        return forecasts;
    }

    /**
     * Predicts scores of many models.
     *
     * @param models whose, in this order
     * @return one row per model and benchmark; without a prediction, and a warning that says why, where there is no
     *     evidence or no such model
     */
    public List<ForecastRow> ofMany(List<ModelId> models, Collection<BenchmarkId> benchmarks, boolean leaveOut) {
        Moment now = solver.now();
        List<BenchmarkId> wanted = now.asked().wanted(benchmarks);
        Map<ModelId, List<Forecast>> known = models.size() < MANY
                ? oneByOne(now, models, wanted, leaveOut)
                : together(now, models, wanted, leaveOut);
        List<ForecastRow> rows = new ArrayList<>(models.size() * wanted.size());
        for (ModelId model : models) {
            List<Forecast> forecasts = known.get(model);
            for (int column = 0; column < wanted.size(); column++) {
                rows.add(new ForecastRow(model, wanted.get(column), forecasts == null ? null : forecasts.get(column)));
            }
        }
        return rows;
    }

    /**
     * Every measured score whose model has a parent that was measured on the same benchmark, predicted as if the model
     * had never been evaluated.
     *
     * @throws org.eyrie.model.NoFitException if there is no fit yet
     */
    public UnseenScores unseen() {
        return UnseenScores.of(solver.now().everything());
    }

    private Map<ModelId, List<Forecast>> oneByOne(
            Moment now, List<ModelId> models, List<BenchmarkId> wanted, boolean leaveOut) {
        now.fit(); // so that its absence is reported even where no model is known
        Map<ModelId, List<Forecast>> forecasts = new HashMap<>();
        for (ModelId model : models) {
            now.graph()
                    .find(model)
                    .ifPresent(known ->
                            forecasts.computeIfAbsent(model, id -> new Forecasts(now.around(id, FamilySolver.NEAREST))
                                    .of(known, wanted, leaveOut)));
        }
        return forecasts;
    }

    private Map<ModelId, List<Forecast>> together(
            Moment now, List<ModelId> models, List<BenchmarkId> wanted, boolean leaveOut) {
        SolvedFamily everything = now.everything();
        Forecasts reader = new Forecasts(everything);
        Map<ModelId, Model> known = new HashMap<>();
        everything.models().forEach(model -> known.put(model.id(), model));
        Map<ModelId, List<Forecast>> forecasts = new HashMap<>();
        models.stream()
                .distinct()
                .map(known::get)
                .filter(Objects::nonNull)
                .forEach(model -> forecasts.put(model.id(), reader.of(model, wanted, leaveOut)));
        return forecasts;
    }
}

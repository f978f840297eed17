package org.eyrie.sources.mlflow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eyrie.model.Model;
import org.eyrie.sources.conventions.ModelPaths;
import org.eyrie.sources.conventions.NamedModel;
import org.eyrie.sources.registry.OnceFetched;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.spi.Text;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.task.Progress;

/**
 * Runs that evaluated a model without registering one: {@code import mlflow --runs EXPERIMENT --model-from PARAM}. Their metrics
 * are scores of the model that a parameter or tag of each names.
 */
public final class MlflowRuns {

    private MlflowRuns() {}

    /**
     * A source of the scores of an experiment's runs.
     *
     * @param experiment its name
     * @param parameter which parameter, or else tag, says of which model a run is
     */
    public static Source of(MlflowRegistry registry, MetricKeys keys, String experiment, String parameter) {
        String name = "MLflow " + registry.uri();
        return new OnceFetched(name, sink -> fetch(name, registry, keys, experiment, parameter, sink));
    }

    private static void fetch(
            String name, MlflowRegistry registry, MetricKeys keys, String experiment, String parameter, FactSink sink)
            throws IOException {
        Progress progress = sink.waitingAt(0, -1);
        String id = registry.experiment(experiment, progress)
                .orElseThrow(() -> new UnreadableException(
                        Place.of(name), "There is no experiment " + Text.quoted(experiment) + ", or it is hidden"));
        List<Tracked> runs = new ArrayList<>();
        registry.runs(id, progress, element -> {
            try {
                runs.add(Tracked.of(element));
            } catch (UnreadableException e) {
                sink.reject(Place.of(name), e.place() + ": " + e.getMessage());
            }
        });
        if (runs.isEmpty()) {
            sink.note(Place.of(name), "The experiment " + Text.quoted(experiment) + " has no runs");
        }
        VersionFacts facts = new VersionFacts(
                name, keys, new VersionNames(Map.of(), List.of()), Map.of(), version -> Optional.empty(), sink);
        int without = 0;
        for (Tracked run : runs) {
            String model = run.params().getOrDefault(parameter, run.tags().getOrDefault(parameter, ""));
            if (model.isBlank()) {
                without++;
                continue;
            }
            Place place = Place.of(name + " " + run.what());
            try {
                NamedModel read = ModelPaths.read(model);
                sink.model(place, Model.stub(read.id()));
                ModelPaths.remark(read.id()).ifPresent(remark -> sink.note(place, remark));
                facts.scores(place, read, run);
            } catch (IllegalArgumentException e) {
                sink.reject(place, parameter + ": " + e.getMessage());
            }
        }
        if (without > 0) {
            sink.note(
                    Place.of(name),
                    without + " of " + runs.size() + " runs have no parameter or tag " + Text.quoted(parameter)
                            + " and are left out");
        }
        sink.reached(runs.size(), runs.size());
    }
}

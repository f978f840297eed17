package org.eyrie.sources.mlflow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eyrie.sources.registry.Acyclic;
import org.eyrie.sources.registry.OnceFetched;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.task.Progress;

/** Everything a registry says: {@code import mlflow --uri URI}. */
public final class MlflowImport {

    private MlflowImport() {}

    /** A source of every version of every registered model. One bad metric is a bad row, not the end. */
    public static Source of(MlflowRegistry registry, MetricKeys keys) {
        return of(registry, keys, new MlflowCursor());
    }

    /**
     * A source of the versions that changed since the cursor was moved, which it moves on.
     *
     * @param cursor must not be saved before the import has succeeded
     */
    static Source of(MlflowRegistry registry, MetricKeys keys, MlflowCursor cursor) {
        String name = "MLflow " + registry.uri();
        return new OnceFetched(name, sink -> fetch(name, registry, keys, cursor, sink));
    }

    private static void fetch(String name, MlflowRegistry registry, MetricKeys keys, MlflowCursor cursor, FactSink sink)
            throws IOException {
        Progress progress = sink.waitingAt(0, -1);
        List<ModelVersion> versions = new ArrayList<>();
        registry.versions(progress, element -> {
            try {
                versions.add(ModelVersion.of(element));
            } catch (UnreadableException e) {
                sink.reject(Place.of(name), e.place() + ": " + e.getMessage());
            }
        });
        if (versions.isEmpty()) {
            sink.note(
                    Place.of(name), "There is no version of a registered model: register one, runs alone are not read");
        }
        cursor.renamed(versions).forEach(text -> sink.note(Place.of(name), text));
        List<ModelVersion> changed = cursor.changed(versions);
        MlflowRegistry.Registered registered =
                changed.isEmpty() ? MlflowRegistry.Registered.NOTHING : registry.registered(progress);
        VersionFacts facts = new VersionFacts(
                name,
                keys,
                new VersionNames(registered.aliases(), versions),
                registered.tags(),
                new ModelFiles(registry, sink)::of,
                new Acyclic().before(sink));
        for (int at = 0; at < changed.size(); at++) {
            ModelVersion version = changed.get(at);
            List<Tracked> behind = behind(registry, version, sink.waitingAt(at, changed.size()), sink);
            facts.write(version, behind);
            if (behind.stream().noneMatch(Tracked::open)) {
                cursor.settle(version);
            }
        }
        cursor.keepOnly(versions);
        sink.reached(changed.size(), changed.size());
    }

    private static List<Tracked> behind(MlflowRegistry registry, ModelVersion version, Progress progress, FactSink sink)
            throws IOException {
        List<Tracked> behind = new ArrayList<>(2);
        Place place = Place.of(version.address());
        try {
            Optional<String> model = version.loggedModel();
            if (model.isPresent()) {
                add(behind, registry.loggedModel(model.get(), progress), place, "logged model " + model.get(), sink);
            }
            // A run may have made several models. Its metrics are this one's only if the model has none of its own.
            if (version.runId() != null
                    && behind.stream().allMatch(tracked -> tracked.metrics().isEmpty())) {
                add(behind, registry.run(version.runId(), progress), place, "run " + version.runId(), sink);
            }
        } catch (UnreadableException e) {
            sink.reject(place, e.place() + ": " + e.getMessage());
        }
        return behind;
    }

    private static void add(List<Tracked> behind, Optional<Tracked> found, Place place, String what, FactSink sink) {
        if (found.isPresent()) {
            behind.add(found.get());
        } else {
            sink.note(place, "Its " + what + " is gone or hidden: there are no scores from it");
        }
    }
}

package org.eyrie.sources.mlflow;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eyrie.model.Benchmark;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.eyrie.sources.conventions.ModelPaths;
import org.eyrie.sources.conventions.NamedModel;
import org.eyrie.sources.conventions.ScoreRange;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.Text;
import org.eyrie.sources.spi.UnreadableException;
import org.jspecify.annotations.Nullable;

/** Says of one version what its tags, and the runs and logged models behind it, tell. */
final class VersionFacts {

    private final String registry;
    private final MetricKeys keys;
    private final VersionNames names;
    private final Map<String, Map<String, String>> modelTags;
    private final Function<ModelVersion, Optional<LineageTags.Found>> files;
    private final FactSink sink;

    /**
     * Facts of one registry.
     *
     * @param registry its address, for evidence
     * @param modelTags those of the registered model, whatever the version, by its name
     * @param files what lies with a version's weights, asked where tags and parameters name no parents
     */
    VersionFacts(
            String registry,
            MetricKeys keys,
            VersionNames names,
            Map<String, Map<String, String>> modelTags,
            Function<ModelVersion, Optional<LineageTags.Found>> files,
            FactSink sink) {
        this.registry = registry;
        this.keys = keys;
        this.names = names;
        this.modelTags = modelTags;
        this.files = files;
        this.sink = sink;
    }

    /**
     * Hands over the model, its edges and its scores.
     *
     * @param behind the logged model and the run it was made from, most specific first
     */
    void write(ModelVersion version, List<Tracked> behind) {
        Place place = Place.of(registry + " " + version.address());
        ModelId id;
        try {
            id = version.id();
        } catch (IllegalArgumentException e) {
            sink.reject(place, String.valueOf(e.getMessage()));
            return;
        }
        sink.model(place, new Model(id, traits(version)));
        Optional<ModelId> original = version.copied();
        if (original.isPresent()) {
            // Its tags are copied too: what they say is the original's lineage.
            sink.derivation(
                    place,
                    new Derivation(id, original.get(), Relation.UNKNOWN, null, registry + " " + id + ", a copy"));
        } else {
            lineage(place, version, behind);
        }
        NamedModel itself = new NamedModel(id, null);
        behind.forEach(tracked -> scores(place, itself, tracked));
    }

    private static Traits traits(ModelVersion version) {
        return new Traits(
                null,
                null,
                null,
                null,
                null,
                null,
                version.created() == null
                        ? null
                        : version.created().atZone(ZoneOffset.UTC).toLocalDate(),
                null);
    }

    private void lineage(Place place, ModelVersion version, List<Tracked> behind) {
        try {
            Optional<LineageTags.Found> found = LineageTags.in(version.tags());
            String where = "tag";
            for (Tracked tracked : behind) {
                Map<String, String> said = new HashMap<>(tracked.params());
                said.putAll(tracked.tags());
                Optional<LineageTags.Found> other = LineageTags.in(said);
                if (found.isEmpty() && other.isPresent()) {
                    found = other;
                    where = tracked.what();
                } else if (found.isPresent() && other.isPresent() && !agree(found.get(), other.get())) {
                    sink.note(
                            place,
                            tracked.what() + " names other parents in "
                                    + other.get().key() + ": those of the " + where + " "
                                    + found.get().key() + " count");
                }
            }
            if (found.isEmpty()) {
                found = LineageTags.in(modelTags.getOrDefault(version.name(), Map.of()));
                where = "tag of the registered model";
            }
            if (found.isEmpty()) {
                found = files.apply(version);
                where = "MLmodel";
            }
            if (found.isPresent()) {
                String evidence = registry + " " + version.id() + ", " + where + " "
                        + found.get().key();
                edges(place, version, found.get(), evidence);
            }
        } catch (UnreadableException e) {
            sink.reject(place, String.valueOf(e.getMessage()));
        }
    }

    private static boolean agree(LineageTags.Found one, LineageTags.Found other) {
        return one.parents().stream()
                .map(ParentReference::text)
                .toList()
                .containsAll(other.parents().stream().map(ParentReference::text).toList());
    }

    private void edges(Place place, ModelVersion child, LineageTags.Found found, String evidence) {
        for (ParentReference parent : found.parents()) {
            try {
                VersionNames.Meant meant = names.meant(parent.text(), child);
                ModelPaths.remark(meant.id()).ifPresent(remark -> sink.note(place, remark));
                if (meant.note() != null) {
                    sink.note(place, meant.note());
                }
                sink.derivation(
                        place,
                        new Derivation(
                                child.id(),
                                meant.id(),
                                found.relation(),
                                parent.weight(),
                                evidence + meant.model().at()));
            } catch (IllegalArgumentException e) {
                sink.reject(
                        place,
                        "The parent " + Text.quoted(parent.text()) + " of " + found.key() + ": " + e.getMessage());
            }
        }
    }

    /** Hands over the scores among the metrics of a run or logged model. */
    void scores(Place place, NamedModel model, Tracked tracked) {
        Map<String, Double> values = new HashMap<>();
        tracked.metrics().forEach(metric -> values.put(metric.key(), metric.value()));
        for (Tracked.Metric metric : tracked.metrics()) {
            Optional<MetricKeys.Score> score = keys.read(metric.key(), tracked.params());
            if (score.isEmpty()) {
                sink.ignored("metric " + metric.key());
                continue;
            }
            Optional<String> fault = ScoreRange.fault(metric.value());
            if (fault.isPresent()) {
                sink.reject(place, metric.key() + " of " + tracked.what() + ": " + fault.get());
                continue;
            }
            sink.benchmark(
                    place,
                    new Benchmark(score.get().benchmark(), null, score.get().setup()));
            sink.evaluation(
                    place,
                    new Evaluation(
                            model.id(),
                            score.get().benchmark(),
                            metric.value(),
                            null,
                            stderr(values.get(score.get().stderrKey())),
                            null,
                            model.measuredBy(registry + " " + tracked.what() + ", metric " + metric.key()),
                            metric.time()));
        }
    }

    private static @Nullable Double stderr(@Nullable Double value) {
        return value != null && value >= 0 && value <= 1 ? value : null;
    }
}

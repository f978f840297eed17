package org.eyrie.sources.kubeflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eyrie.model.Derivation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.eyrie.sources.card.ReportedScores;
import org.eyrie.sources.conventions.ModelPaths;
import org.eyrie.sources.conventions.NamedModel;
import org.eyrie.sources.conventions.ScaleEvidence;
import org.eyrie.sources.mlflow.LineageTags;
import org.eyrie.sources.mlflow.MetricKeys;
import org.eyrie.sources.mlflow.ParentReference;
import org.eyrie.sources.registry.AnswerFields;
import org.eyrie.sources.registry.OnceFetched;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.spi.Text;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.task.Progress;

/**
 * Every version of every registered model: {@code import kubeflow --uri URI}. Parents and scores are custom properties, by the
 * names that MLflow's tags and metrics have; scores are artifacts of the type metric too.
 */
public final class KubeflowImport {

    private final String name;
    private final MetricKeys keys;
    private final ScaleEvidence evidence;
    private final FactSink sink;

    private KubeflowImport(String name, MetricKeys keys, ScaleEvidence evidence, FactSink sink) {
        this.name = name;
        this.keys = keys;
        this.evidence = evidence;
        this.sink = sink;
    }

    /**
     * A source of a registry.
     *
     * @param keys which properties and metrics are scores
     * @param evidence what is known of data sets, to tell shares from percentages
     */
    public static Source of(KubeflowRegistry registry, MetricKeys keys, ScaleEvidence evidence) {
        String name = "Kubeflow " + registry.uri();
        return new OnceFetched(name, sink -> new KubeflowImport(name, keys, evidence, sink).read(registry));
    }

    private void read(KubeflowRegistry registry) throws IOException {
        List<KubeflowVersion> versions = new ArrayList<>();
        List<JsonNode> models = registry.models(sink.waitingAt(0, -1));
        for (int at = 0; at < models.size(); at++) {
            try {
                versions(registry, models.get(at), versions, sink.waitingAt(at, models.size()));
            } catch (UnreadableException e) {
                sink.reject(Place.of(name), e.place() + ": " + e.getMessage());
            }
        }
        if (versions.isEmpty()) {
            sink.note(Place.of(name), "There is no version of a registered model");
        }
        Map<String, String> known = new TreeMap<>();
        versions.forEach(
                version -> known.put(version.address().substring(KubeflowVersion.SCHEME.length()), version.address()));
        versions.forEach(version -> write(version, known));
        sink.reached(models.size(), models.size());
    }

    private static void versions(
            KubeflowRegistry registry, JsonNode json, List<KubeflowVersion> versions, Progress progress)
            throws IOException {
        AnswerFields model = AnswerFields.of("registered model", json);
        for (JsonNode version : registry.versions(model.required("id"), progress)) {
            String id = AnswerFields.of("version of " + model.required("name"), version)
                    .required("id");
            versions.add(KubeflowVersion.of(model, version, registry.artifacts(id, progress)));
        }
    }

    private void write(KubeflowVersion version, Map<String, String> known) {
        Place place = Place.of(name + " " + version.address());
        ModelId id;
        try {
            id = version.id();
        } catch (IllegalArgumentException e) {
            sink.reject(place, String.valueOf(e.getMessage()));
            return;
        }
        sink.model(
                place,
                new Model(
                        id,
                        new Traits(
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                version.created() == null
                                        ? null
                                        : version.created()
                                                .atZone(ZoneOffset.UTC)
                                                .toLocalDate(),
                                version.license())));
        lineage(place, id, version, known);
        scores(place, id, version);
    }

    private void lineage(Place place, ModelId child, KubeflowVersion version, Map<String, String> known) {
        try {
            Optional<LineageTags.Found> found = LineageTags.in(version.properties());
            if (found.isPresent()) {
                for (ParentReference parent : found.get().parents()) {
                    edge(
                            place,
                            child,
                            parent,
                            found.get().relation(),
                            "property " + found.get().key(),
                            known);
                }
                return;
            }
        } catch (UnreadableException e) {
            sink.reject(place, String.valueOf(e.getMessage()));
        }
        for (String source : version.sources()) {
            edge(place, child, new ParentReference(source, null), Relation.UNKNOWN, "modelSourceName", known);
        }
    }

    private void edge(
            Place place,
            ModelId child,
            ParentReference parent,
            Relation relation,
            String where,
            Map<String, String> known) {
        try {
            NamedModel named = resolve(parent, known);
            ModelId id = named.id();
            ModelPaths.remark(id)
                    .filter(remark -> !id.value().startsWith(KubeflowVersion.SCHEME))
                    .ifPresent(remark -> sink.note(place, remark));
            if (id.equals(child)) {
                sink.note(place, "It names itself as its parent, which is left out");
            } else {
                sink.derivation(
                        place, new Derivation(child, id, relation, parent.weight(), name + " " + where + named.at()));
            }
        } catch (IllegalArgumentException e) {
            sink.reject(place, "The parent " + Text.quoted(parent.text()) + " of " + where + ": " + e.getMessage());
        }
    }

    /** A version of this registry by its name, with the scheme or without, or a model from elsewhere. */
    private static NamedModel resolve(ParentReference parent, Map<String, String> known) {
        String text = parent.text().strip();
        if (text.startsWith(KubeflowVersion.SCHEME)) {
            return new NamedModel(new ModelId(text), null);
        }
        String version = known.get(text);
        return version == null ? ModelPaths.read(text) : new NamedModel(new ModelId(version), null);
    }

    private void scores(Place place, ModelId id, KubeflowVersion version) {
        List<ReportedScores.Reported> figures = new ArrayList<>();
        for (KubeflowVersion.Metric metric : version.metrics()) {
            keys.read(metric.name(), version.properties())
                    .ifPresentOrElse(
                            score -> figures.add(new ReportedScores.Reported(
                                    score.setup(), metric.value(), source(version, metric.name()), metric.time())),
                            () -> sink.ignored("metric " + metric.name()));
        }
        version.properties().forEach((key, value) -> keys.read(key, version.properties())
                .ifPresent(score ->
                        figures.add(new ReportedScores.Reported(score.setup(), value, source(version, key), null))));
        new ReportedScores(id, evidence, sink).figures(figures, place);
    }

    private String source(KubeflowVersion version, String key) {
        return name + " " + version.address() + ", " + key;
    }
}

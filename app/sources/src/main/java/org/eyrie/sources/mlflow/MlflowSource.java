package org.eyrie.sources.mlflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eyrie.model.Benchmark;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.sources.BenchmarkNames;
import org.eyrie.sources.FactSink;
import org.eyrie.sources.Place;
import org.eyrie.sources.Source;
import org.eyrie.sources.http.PoliteClient;
import org.eyrie.sources.tree.Tree;
import org.jspecify.annotations.Nullable;

/**
 * The registered models of an MLflow server: every version is a model {@code models:/name/version}, its metrics come
 * from its logged model or its run, its lineage from tags.
 *
 * <p>The server is asked once; a second reading yields the same.
 */
public final class MlflowSource implements Source {

    private final MlflowClient client;
    private final MetricKeys keys;
    private final long since;
    private long cursor;
    private @Nullable List<Version> found;

    /** What people tag a version with goes before what its run left behind. */
    private record Version(ModelId id, Map<String, String> tags, Map<String, String> left, List<Metric> metrics) {}

    private record Metric(
            String key, double value, @Nullable Instant at) {}

    /**
     * An import that has not begun.
     *
     * @param since only versions that changed after this {@link #cursor()} of an earlier import; zero for all. What a
     *     run logs later does not change its version: a full import finds it
     */
    public MlflowSource(PoliteClient client, MetricKeys keys, long since) {
        this.client = new MlflowClient(client);
        this.keys = keys;
        this.since = since;
        this.cursor = since;
    }

    @Override
    public String name() {
        return "MLflow";
    }

    /** Where the next import may begin, once this one has read everything. */
    public long cursor() {
        return cursor;
    }

    @Override
    public void read(FactSink sink) {
        List<Version> versions = found;
        if (versions == null) {
            versions = ask(sink);
            found = versions;
        }
        for (Version version : versions) {
            Place place = Place.of("MLflow " + version.id());
            sink.model(place, Model.stub(version.id()));
            try {
                List<Derivation> edges = LineageTags.derivations(version.id(), version.tags());
                if (edges.isEmpty()) {
                    edges = LineageTags.derivations(version.id(), version.left());
                }
                edges.forEach(edge -> sink.derivation(place, edge));
            } catch (IllegalArgumentException e) {
                sink.reject(place, String.valueOf(e.getMessage()));
            }
            version.metrics().forEach(metric -> score(version.id(), metric, place, sink));
        }
        sink.reached(versions.size(), versions.size());
    }

    private List<Version> ask(FactSink sink) {
        List<Version> versions = new ArrayList<>();
        List<Map<String, Object>> models = client.registeredModels();
        long newest = since;
        for (int at = 0; at < models.size(); at++) {
            sink.reached(at, models.size());
            String name = String.valueOf(models.get(at).get("name"));
            for (Map<String, Object> version : client.versions(name)) {
                long changed = version.get("last_updated_timestamp") instanceof Number number ? number.longValue() : 0;
                newest = Math.max(newest, changed);
                if (changed > since || since == 0) {
                    version(name, version).ifPresent(versions::add);
                }
            }
        }
        cursor = newest;
        return versions;
    }

    private Optional<Version> version(String name, Map<String, Object> version) {
        ModelId id;
        try {
            id = new ModelId("models:/" + name + "/" + version.get("version"));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        Map<String, String> tags = new TreeMap<>();
        Map<String, String> left = new TreeMap<>();
        List<Metric> metrics = new ArrayList<>();
        Optional<Map<String, Object>> logged = loggedModel(version);
        logged.ifPresent(model -> {
            addPairs(Tree.at(model, "data", "params"), left);
            addPairs(Tree.at(model, "info", "tags"), left);
            addMetrics(Tree.at(model, "data", "metrics"), metrics);
        });
        if (version.get("run_id") instanceof String run && !run.isEmpty()) {
            client.run(run).ifPresent(found -> {
                addPairs(Tree.at(found, "data", "params"), left);
                addPairs(Tree.at(found, "data", "tags"), left);
                if (metrics.isEmpty()) {
                    addMetrics(Tree.at(found, "data", "metrics"), metrics);
                }
            });
        }
        addPairs(version.get("tags"), tags);
        return Optional.of(new Version(id, tags, left, metrics));
    }

    private Optional<Map<String, Object>> loggedModel(Map<String, Object> version) {
        String prefix = "models:/m-";
        String source = String.valueOf(version.get("source"));
        if (version.get("model_id") instanceof String model && !model.isEmpty()) {
            return client.loggedModel(model);
        }
        return source.startsWith(prefix)
                ? client.loggedModel(source.substring("models:/".length()).replaceFirst("/.*$", ""))
                : Optional.empty();
    }

    // Later ones replace earlier ones.
    private static void addPairs(@Nullable Object pairs, Map<String, String> into) {
        if (pairs instanceof List<?> list) {
            for (Object pair : list) {
                if (pair instanceof Map<?, ?> map && map.get("key") != null && map.get("value") != null) {
                    into.put(String.valueOf(map.get("key")), String.valueOf(map.get("value")));
                }
            }
        }
    }

    private static void addMetrics(@Nullable Object metrics, List<Metric> into) {
        if (metrics instanceof List<?> list) {
            for (Object metric : list) {
                if (metric instanceof Map<?, ?> map && map.get("value") instanceof Number value) {
                    Instant at = map.get("timestamp") instanceof Number millis
                            ? Instant.ofEpochMilli(millis.longValue())
                            : null;
                    into.add(new Metric(String.valueOf(map.get("key")), value.doubleValue(), at));
                }
            }
        }
    }

    private void score(ModelId id, Metric metric, Place place, FactSink sink) {
        var setup = keys.setup(metric.key());
        if (setup.isEmpty()) {
            sink.ignored(metric.key());
            return;
        }
        if (!(metric.value() >= 0 && metric.value() <= 1)) {
            sink.note(place, metric.key() + " = " + metric.value() + " was left out: it is no share of successes");
            return;
        }
        Benchmark benchmark = BenchmarkNames.benchmark(setup.get(), null);
        sink.benchmark(place, benchmark);
        sink.evaluation(
                place, new Evaluation(id, benchmark.id(), metric.value(), null, null, null, "MLflow", metric.at()));
    }
}

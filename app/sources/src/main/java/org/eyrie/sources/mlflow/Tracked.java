package org.eyrie.sources.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eyrie.sources.registry.AnswerFields;
import org.eyrie.sources.spi.UnreadableException;
import org.jspecify.annotations.Nullable;

/**
 * What was logged while a model was made or evaluated: by a run, or by a logged model.
 *
 * @param what {@code run ID} or {@code logged model ID}
 * @param open whether more is to be expected, because the run has not ended
 * @param metrics the last value of each key
 */
record Tracked(String what, boolean open, List<Metric> metrics, Map<String, String> params, Map<String, String> tags) {

    /**
     * A logged number.
     *
     * @param value may be NaN or infinite
     * @param time when it was logged, or null
     */
    record Metric(String key, double value, @Nullable Instant time) {}

    static Tracked run(String id, JsonNode json) throws UnreadableException {
        return of("run " + id, inside(AnswerFields.of("run " + id, json), "run"));
    }

    /** A run as it stands in a list of them. */
    static Tracked of(JsonNode json) throws UnreadableException {
        AnswerFields run = AnswerFields.of("run", json);
        String id = inside(run, "info").required("run_id");
        return of("run " + id, run);
    }

    private static Tracked of(String what, AnswerFields run) throws UnreadableException {
        AnswerFields info = inside(run, "info");
        String status = info.text("status");
        AnswerFields data = run.object("data");
        boolean open = status == null || status.equals("RUNNING") || status.equals("SCHEDULED");
        return data == null
                ? new Tracked(what, open, List.of(), Map.of(), Map.of())
                : new Tracked(what, open, metrics(what, data), data.pairs("params"), data.pairs("tags"));
    }

    static Tracked loggedModel(String id, JsonNode json) throws UnreadableException {
        String what = "logged model " + id;
        AnswerFields model = inside(AnswerFields.of(what, json), "model");
        AnswerFields info = inside(model, "info");
        AnswerFields data = model.object("data");
        return data == null
                ? new Tracked(what, false, List.of(), Map.of(), info.pairs("tags"))
                : new Tracked(what, false, metrics(what, data), data.pairs("params"), info.pairs("tags"));
    }

    private static AnswerFields inside(AnswerFields outer, String key) throws UnreadableException {
        AnswerFields inner = outer.object(key);
        if (inner == null) {
            throw new UnreadableException(
                    org.eyrie.sources.spi.Place.of("MLflow"), "\"" + key + "\" is missing: is this an MLflow server?");
        }
        return inner;
    }

    private static List<Metric> metrics(String what, AnswerFields data) throws UnreadableException {
        List<Metric> metrics = new ArrayList<>();
        for (JsonNode each : data.list("metrics")) {
            AnswerFields metric = AnswerFields.of(what + " metrics", each);
            Double value = metric.number("value");
            // The server leaves out a zero: that is how its serialisation spells it.
            metrics.add(new Metric(metric.required("key"), value == null ? 0 : value, metric.millis("timestamp")));
        }
        return metrics;
    }
}

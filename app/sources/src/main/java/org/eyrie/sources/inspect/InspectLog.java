package org.eyrie.sources.inspect;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.ModelId;
import org.eyrie.model.Outcomes;
import org.eyrie.sources.conventions.NamedModel;
import org.eyrie.sources.evaluations.MeasuredScores;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.tree.ParsedTree;
import org.jspecify.annotations.Nullable;

/** What one log says. */
final class InspectLog {

    private static final String HARNESS = "Inspect";
    private static final List<String> ERRORS = List.of("stderr", "std", "var", "bootstrap_stderr");
    private static final List<String> SHOTS = List.of("fewshot", "num_fewshot", "n_shot", "shots", "few_shot");

    private final Map<String, Object> log;
    private final Map<String, Object> eval;
    private final Place place;
    private final NamedModel model;

    InspectLog(Map<String, Object> log, Place place, @Nullable ModelId named) throws UnreadableException {
        this.log = log;
        this.eval = ParsedTree.child(log, "eval");
        this.place = place;
        NamedModel told = InspectModel.of(eval);
        if (told == null && named == null) {
            throw new UnreadableException(
                    place, "The log does not say which model this is. Name it, for example with --model-id org/name");
        }
        this.model = new NamedModel(
                named != null ? named : Objects.requireNonNull(told).id(), told == null ? null : told.revision());
    }

    void read(boolean allowPartial, FactSink sink) {
        Object status = log.get("status");
        if (!"success".equals(status)) {
            sink.note(
                    place, "This log was left out: its run did not end, its status is " + ParsedTree.describe(status));
            return;
        }
        MeasuredScores scores = new MeasuredScores(sink, place, model.id(), source(), time(eval.get("created")));
        for (Object each : ParsedTree.at(log, "results", "scores") instanceof List<?> list ? list : List.of()) {
            if (each instanceof Map<?, ?> score) {
                score(ParsedTree.object(score), allowPartial, scores);
            }
        }
    }

    private void score(Map<String, Object> score, boolean allowPartial, MeasuredScores scores) {
        String scorer = String.valueOf(score.get("name"));
        Object reducer = score.get("reducer");
        String filter = reducer instanceof String how && !how.equals("mean") ? scorer + "/" + how : scorer;
        Map<String, Object> metrics = ParsedTree.child(score, "metrics");
        Double stderr = value(metrics.get("stderr"));
        Outcomes outcomes = SampleOutcomes.of(log, scorer);
        metrics.forEach((metric, told) -> {
            Double value = value(told);
            if (value != null && !ERRORS.contains(metric)) {
                EvaluationSetup setup = new EvaluationSetup(task(), metric, filter, HARNESS, version(), shots(), null);
                metric(setup, value, stderr, outcomes, allowPartial, scores);
            }
        });
    }

    private void metric(
            EvaluationSetup setup,
            double value,
            @Nullable Double stderr,
            @Nullable Outcomes outcomes,
            boolean allowPartial,
            MeasuredScores scores) {
        Integer size = ParsedTree.integer(ParsedTree.at(log, "eval", "dataset", "samples"));
        int epochs = Math.max(1, orZero(ParsedTree.at(eval, "config", "epochs")));
        Integer run = ParsedTree.integer(ParsedTree.at(log, "results", "completed_samples"));
        Integer samples = run == null || run < epochs ? null : Integer.valueOf(run / epochs);
        Outcomes own = outcomes != null && outcomes.makeUp(value) ? outcomes : null;
        boolean partial = size != null && samples != null && samples < size;
        if (partial && own == null && !allowPartial) {
            scores.leaveOut(
                    setup, "it is of " + samples + " of " + size + " samples, and nothing says what became of each");
            return;
        }
        scores.add(setup, value, size == null ? samples : size, samples, stderr, own);
    }

    private String task() {
        String task = String.valueOf(eval.get("task"));
        return task.substring(task.lastIndexOf('/') + 1); // before it stands the package that it comes with
    }

    private @Nullable String version() {
        Object version = eval.get("task_version");
        return version == null || version.equals(0) || version.equals("0") ? null : String.valueOf(version);
    }

    private @Nullable Integer shots() {
        for (String key : SHOTS) {
            Integer shots = ParsedTree.integer(ParsedTree.at(eval, "task_args", key));
            if (shots != null && shots >= 0) {
                return shots;
            }
        }
        return null;
    }

    private String source() {
        Object version = ParsedTree.at(eval, "packages", "inspect_ai");
        return model.measuredBy(version instanceof String text ? HARNESS + " " + text : HARNESS);
    }

    private static int orZero(@Nullable Object value) {
        Integer number = ParsedTree.integer(value);
        return number == null ? 0 : number;
    }

    private static @Nullable Double value(@Nullable Object metric) {
        Object value = metric instanceof Map<?, ?> object ? object.get("value") : metric;
        return value instanceof Number number ? (Double) number.doubleValue() : null;
    }

    private static @Nullable Instant time(@Nullable Object created) {
        try {
            return created instanceof String text ? OffsetDateTime.parse(text).toInstant() : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}

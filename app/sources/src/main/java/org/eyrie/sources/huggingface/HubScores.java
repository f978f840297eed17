package org.eyrie.sources.huggingface;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.ModelId;
import org.eyrie.sources.card.ModelCard;
import org.eyrie.sources.conventions.BenchmarkNames;
import org.eyrie.sources.http.JsonTree;
import org.eyrie.sources.registry.AnswerFields;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.jspecify.annotations.Nullable;

/** Scores that a model publishes on the Hub: {@code evalResults}, then {@code model-index}. */
final class HubScores {

    private final URI endpoint;
    private final FactSink sink;

    HubScores(URI endpoint, FactSink sink) {
        this.endpoint = endpoint;
        this.sink = sink;
    }

    void write(Place place, ModelId id, HubModel model) {
        FactSink first = sink.behind(new FirstScores());
        List<PublishedScore> scores = evalResults(place, model);
        Set<String> percentages = PublishedScore.percentages(scores);
        for (PublishedScore score : scores) {
            double value = percentages.contains(score.group()) ? score.value() / 100 : score.value();
            String source = model.evidence(endpoint, score.field());
            try {
                Evaluation evaluation = new Evaluation(
                        id, BenchmarkNames.id(score.setup()), value, null, null, null, source, score.date());
                first.benchmark(place, BenchmarkNames.benchmark(score.setup(), null));
                first.evaluation(place, evaluation);
            } catch (IllegalArgumentException e) {
                sink.reject(place, score.field() + ": " + e.getMessage());
            }
        }
        percentages.forEach(group -> sink.note(place, "Scores of " + group + " are read as percentages"));
        if (model.modelIndex() != null) {
            Map<String, Object> card = new HashMap<>();
            card.put("model-index", JsonTree.of(model.modelIndex()));
            ModelCard.of(card).facts(id, Place.of(model.evidence(endpoint, "model-index")), first);
        }
    }

    private List<PublishedScore> evalResults(Place place, HubModel model) {
        List<PublishedScore> scores = new ArrayList<>();
        for (JsonNode each : model.evalResults()) {
            try {
                scores.add(evalResult(each));
            } catch (UnreadableException e) {
                sink.reject(place, "evalResults: " + e.getMessage());
            }
        }
        return scores;
    }

    private static PublishedScore evalResult(JsonNode json) throws UnreadableException {
        AnswerFields outer = AnswerFields.of("evalResults", json);
        AnswerFields data = outer.object("data");
        AnswerFields fields = data == null ? outer : data;
        AnswerFields dataset = fields.object("dataset");
        Double value = fields.number("value");
        if (dataset == null || value == null) {
            throw new UnreadableException(Place.of("evalResults"), "an entry has no dataset or no value");
        }
        String task = dataset.text("task_id");
        AnswerFields source = fields.object("source");
        String url = source == null ? null : source.text("url");
        return new PublishedScore(
                "evalResults" + (url == null ? "" : " " + url),
                "evalResults " + dataset.required("id"),
                new EvaluationSetup(
                        dataset.required("id") + (task == null || task.equals("default") ? "" : "/" + task),
                        null,
                        notes(fields.text("notes")),
                        null,
                        null,
                        null,
                        null),
                value,
                date(fields));
    }

    // Notes such as "no-tools" or "chain-of-thought" make scores incomparable, so they belong to the setup.
    private static @Nullable String notes(@Nullable String notes) {
        return notes == null || notes.isBlank()
                ? null
                : notes.strip().substring(0, Math.min(100, notes.strip().length()));
    }

    private static @Nullable Instant date(AnswerFields fields) throws UnreadableException {
        Instant time = fields.time("date");
        String text = fields.text("date");
        if (time != null || text == null || !text.matches("\\d{4}-\\d\\d-\\d\\d")) {
            return time;
        }
        try {
            return Instant.parse(text + "T00:00:00Z");
        } catch (DateTimeException e) {
            throw new UnreadableException(
                    Place.of("evalResults"), "\"date\" must be a day of the calendar, not " + text);
        }
    }
}

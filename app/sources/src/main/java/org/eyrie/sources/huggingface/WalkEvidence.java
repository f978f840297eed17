package org.eyrie.sources.huggingface;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eyrie.sources.conventions.ScaleEvidence;
import org.eyrie.sources.conventions.WrittenNumber;

/** What the models of a walk publish in per cent on a data set, beside what is known of it otherwise. */
final class WalkEvidence implements ScaleEvidence {

    private final ScaleEvidence known;
    private final Map<String, List<Double>> published = new HashMap<>();

    WalkEvidence(HubWalk.Result walk, ScaleEvidence known) {
        this.known = known;
        walk.answers().values().forEach(answer -> {
            if (answer instanceof Hub.Found found) {
                found.model().evalResults().forEach(this::add);
            }
        });
    }

    @Override
    public boolean isShare(String dataset) {
        return known.isShare(dataset);
    }

    @Override
    public List<Double> scores(String dataset) {
        List<Double> scores = new ArrayList<>(known.scores(dataset));
        scores.addAll(published.getOrDefault(key(dataset), List.of()));
        return scores;
    }

    private void add(JsonNode result) {
        JsonNode data = result.has("data") ? result.path("data") : result;
        double value = data.path("value").asDouble(-1);
        if (value > 1 && value <= 100) {
            published
                    .computeIfAbsent(key(data.path("dataset").path("id").asText("")), id -> new ArrayList<>())
                    .add(WrittenNumber.hundredth(value));
        }
    }

    private static String key(String dataset) {
        return dataset.strip().toLowerCase(Locale.ROOT);
    }
}

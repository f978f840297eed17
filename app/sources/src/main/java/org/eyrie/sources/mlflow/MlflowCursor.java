package org.eyrie.sources.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eyrie.sources.http.JsonBody;
import org.eyrie.sources.registry.Digest;
import org.eyrie.sources.spi.UnreadableException;
import org.jspecify.annotations.Nullable;

/**
 * Which versions were read, as they were then. Digests rather than the time of the last change: MLflow does not
 * touch that time when a tag is set or a metric logged (seen with 3.17).
 */
final class MlflowCursor {

    /** What was seen of a version: where it comes from, and all that may change. */
    private record Seen(String origin, String content) {}

    private final Map<String, Seen> settled = new TreeMap<>();

    /** A cursor as it was saved; one that cannot be read is a new one, which costs a full reading. */
    static MlflowCursor parse(String saved) {
        MlflowCursor cursor = new MlflowCursor();
        try {
            JsonNode versions = JsonBody.parse("cursor", saved.getBytes(StandardCharsets.UTF_8));
            versions.properties().forEach(each -> {
                String origin = each.getValue().path(0).asText();
                cursor.settled.put(
                        each.getKey(), new Seen(origin, each.getValue().path(1).asText()));
            });
        } catch (UnreadableException e) {
            return new MlflowCursor();
        }
        return cursor;
    }

    String format() {
        ObjectNode versions = JsonNodeFactory.instance.objectNode();
        settled.forEach(
                (address, seen) -> versions.putArray(address).add(seen.origin()).add(seen.content()));
        return versions.toString();
    }

    /** Those that are new, changed, or were not settled. */
    List<ModelVersion> changed(List<ModelVersion> versions) {
        return versions.stream()
                .filter(version -> !seen(version).equals(settled.get(version.address())))
                .toList();
    }

    /** Takes down that nothing more is to be expected of a version as it is. */
    void settle(ModelVersion version) {
        settled.put(version.address(), seen(version));
    }

    /** Forgets versions that are gone. */
    void keepOnly(List<ModelVersion> versions) {
        settled.keySet().retainAll(addresses(versions));
    }

    /** Forgets what the versions contained, so that each is read again, but not where they came from. */
    void unsettle() {
        settled.replaceAll((address, seen) -> new Seen(seen.origin(), ""));
    }

    /** A sentence for each version that is gone while a new one has its origin: somebody renamed the model. */
    List<String> renamed(List<ModelVersion> versions) {
        Set<String> present = addresses(versions);
        Map<String, String> newcomers = new HashMap<>();
        for (ModelVersion version : versions) {
            if (!settled.containsKey(version.address()) && hasOrigin(version)) {
                newcomers.put(seen(version).origin(), version.address());
            }
        }
        List<String> sentences = new ArrayList<>();
        settled.forEach((address, seen) -> {
            String heir = newcomers.get(seen.origin());
            if (!present.contains(address) && heir != null) {
                sentences.add(address + " seems to be " + heir + " now: what is known of it stays under the old name");
            }
        });
        return sentences;
    }

    private static Set<String> addresses(List<ModelVersion> versions) {
        return versions.stream().map(ModelVersion::address).collect(Collectors.toSet());
    }

    private static boolean hasOrigin(ModelVersion version) {
        return version.source() != null || version.runId() != null;
    }

    private static Seen seen(ModelVersion version) {
        // Without our own tags: writing predictions back is no news.
        Map<String, String> tags = new TreeMap<>(version.tags());
        tags.keySet().removeIf(PredictionTags::isOurs);
        String origin = Digest.of(text(version.source()) + " " + text(version.runId()));
        return new Seen(origin, Digest.of(origin + tags));
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}

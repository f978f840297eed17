package org.eyrie.sources.mlflow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eyrie.model.ModelId;
import org.eyrie.model.Prediction;
import org.eyrie.sources.registry.Digest;
import org.eyrie.task.Progress;

/**
 * Writes predictions back as tags of the versions they are about: {@code eyrie.predicted.<benchmark>}, and no other
 * key, ever. Only for who asks for it ({@code --write-back}).
 */
public final class PredictionTags {

    /** What each of our keys begins with. */
    public static final String PREFIX = "eyrie.predicted.";

    private static final Pattern VERSION = Pattern.compile("models:/([^/@]+)/(\\d+)");
    private static final int MAX_KEY = 250;

    private final MlflowRegistry registry;

    public PredictionTags(MlflowRegistry registry) {
        this.registry = registry;
    }

    static boolean isOurs(String key) {
        return key.startsWith(PREFIX);
    }

    /** Every version of the registry, by the name it has among models here. */
    public List<ModelId> versions(Progress progress) throws IOException {
        return List.copyOf(tags(progress).keySet());
    }

    /**
     * Sets a tag for each prediction about a version of this registry; others are passed over, and so are those whose
     * tag says the same already.
     *
     * @return how many tags were set
     */
    public int write(List<Prediction> predictions, Progress progress) throws IOException {
        Map<ModelId, Map<String, String>> known = tags(progress);
        int written = 0;
        for (Prediction prediction : predictions) {
            Map<String, String> there = known.get(prediction.model());
            Matcher version = VERSION.matcher(prediction.model().value());
            if (there != null && version.matches() && !value(prediction).equals(there.get(key(prediction)))) {
                registry.setTag(version.group(1), version.group(2), key(prediction), value(prediction), progress);
                written++;
            }
        }
        return written;
    }

    private Map<ModelId, Map<String, String>> tags(Progress progress) throws IOException {
        Map<ModelId, Map<String, String>> tags = new LinkedHashMap<>();
        registry.versions(progress, element -> {
            ModelVersion version = ModelVersion.of(element);
            if (VERSION.matcher(version.address()).matches()) {
                tags.put(version.id(), version.tags());
            }
        });
        return tags;
    }

    /**
     * The prefix and the benchmark. Where MLflow does not allow a character or the length, it is replaced or cut, and
     * a digest keeps two benchmarks apart.
     */
    static String key(Prediction prediction) {
        String benchmark = prediction.benchmark().value();
        String key = PREFIX + benchmark.replaceAll("[^A-Za-z0-9_./: -]", "_");
        if (key.equals(PREFIX + benchmark) && key.length() <= MAX_KEY) {
            return key;
        }
        String digest = "." + Digest.of(benchmark).substring(0, 8);
        return key.substring(0, Math.min(key.length(), MAX_KEY - digest.length())) + digest;
    }

    /** Where the version was measured, what is predicted without that, since the measurement stands beside the tag. */
    static String value(Prediction known) {
        Prediction prediction = known.withoutOwn();
        return JsonNodeFactory.instance
                .objectNode()
                .put("mean", prediction.mean())
                .put("lower", prediction.lower())
                .put("upper", prediction.upper())
                .put("level", prediction.level())
                .put("fit", prediction.fit().toString())
                .put("left_out", prediction.leftOut() != null)
                .toString();
    }
}

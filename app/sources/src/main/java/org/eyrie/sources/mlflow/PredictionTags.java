package org.eyrie.sources.mlflow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eyrie.model.Prediction;
import org.eyrie.sources.http.Pulse;
import org.eyrie.sources.registry.Digest;

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

    /**
     * Sets a tag for each prediction about a version of this registry; others are passed over. Writing them again
     * changes nothing.
     *
     * @return how many tags were set
     */
    public int write(List<Prediction> predictions, Pulse pulse) throws IOException {
        int written = 0;
        for (Prediction prediction : predictions) {
            Matcher version = VERSION.matcher(prediction.model().value());
            if (version.matches()) {
                registry.setTag(version.group(1), version.group(2), key(prediction), value(prediction), pulse);
                written++;
            }
        }
        return written;
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

    static String value(Prediction prediction) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("mean", prediction.mean())
                .put("lower", prediction.lower())
                .put("upper", prediction.upper())
                .put("level", prediction.level())
                .put("fit", prediction.fit().toString())
                .toString();
    }
}

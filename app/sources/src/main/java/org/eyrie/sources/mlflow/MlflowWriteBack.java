package org.eyrie.sources.mlflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eyrie.model.Prediction;
import org.eyrie.sources.http.PoliteClient;

/**
 * Writes predictions to the versions they are about, as tags {@code eyrie.predicted.<benchmark>}. Touches no other
 * tag, and nothing at all unless it is called.
 */
public final class MlflowWriteBack {

    private static final String PREFIX = "eyrie.predicted.";
    private static final int MAX_KEY = 250;
    private static final Pattern VERSION = Pattern.compile("models:/(.+)/([^/]+)");

    private final MlflowClient client;
    private final ObjectMapper mapper = new ObjectMapper();

    public MlflowWriteBack(PoliteClient client) {
        this.client = new MlflowClient(client);
    }

    /**
     * Writes those predictions that are about versions of the registry.
     *
     * @return how many were written
     */
    public int write(Collection<Prediction> predictions) {
        int written = 0;
        for (Prediction prediction : predictions) {
            Matcher version = VERSION.matcher(prediction.model().value());
            if (version.matches()) {
                client.setTag(version.group(1), version.group(2), key(prediction), value(prediction));
                written++;
            }
        }
        return written;
    }

    // MLflow takes letters, digits, and - _ . / : and spaces in a key.
    private static String key(Prediction prediction) {
        String key = PREFIX + prediction.benchmark().value().replaceAll("[^\\p{Alnum}_\\-./: ]", "_");
        return key.length() > MAX_KEY ? key.substring(0, MAX_KEY) : key;
    }

    private String value(Prediction prediction) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("mean", prediction.mean());
        value.put("lower", prediction.lower());
        value.put("upper", prediction.upper());
        value.put("level", prediction.level());
        value.put("fit", prediction.fit().value());
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Numbers and text are always JSON", e);
        }
    }
}

package org.eyrie.server.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;

/** Secrets out of files, as containers hand them in: where {@code NAME} is not set, {@code NAME_FILE} says where it is. */
public final class SecretFiles {

    private static final List<String> NAMES = List.of(
            "NEO4J_PASSWORD",
            "HF_TOKEN",
            "MLFLOW_TRACKING_TOKEN",
            "MODEL_REGISTRY_TOKEN",
            "MLFLOW_TRACKING_PASSWORD",
            "EYRIE_MLFLOW_WEBHOOK_SECRET",
            "EYRIE_HUB_WEBHOOK_SECRET",
            "EYRIE_PROPOSER_KEY");

    private static final String SUFFIX = "_FILE";
    private static final int MAX_BYTES = 10_000;

    private SecretFiles() {}

    /**
     * The environment, completed by the secrets in the files that it names.
     *
     * @throws InvalidInputException if such a file cannot be read or is no secret
     */
    public static Map<String, String> resolved(Map<String, String> environment) {
        Map<String, String> resolved = new LinkedHashMap<>(environment);
        for (String name : NAMES) {
            String file = environment.getOrDefault(name + SUFFIX, "");
            if (!file.isBlank() && environment.getOrDefault(name, "").isBlank()) {
                resolved.put(name, read(name + SUFFIX, file.strip()));
            }
        }
        return Map.copyOf(resolved);
    }

    private static String read(String variable, String file) {
        try {
            Path path = Path.of(file);
            if (Files.size(path) > MAX_BYTES) {
                throw refused(variable, file, "is no secret: it is longer than " + MAX_BYTES + " bytes");
            }
            return Files.readString(path, StandardCharsets.UTF_8).strip();
        } catch (IOException | InvalidPathException e) {
            throw refused(variable, file, "cannot be read: " + e);
        }
    }

    private static InvalidInputException refused(String variable, String file, String what) {
        return new InvalidInputException("The environment", List.of(new Fault(variable, file + " " + what)));
    }
}

package org.eyrie.sources.proposing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.sources.http.Credentials;
import org.eyrie.sources.http.Reach;
import org.eyrie.sources.http.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A language model that is asked for programs.
 *
 * @param uri up to and with the version, such as {@code http://localhost:8000/v1}
 * @param model as the server calls it
 * @param key sent as a bearer token to this server alone; empty where it wants none
 * @param temperature 0 to 2
 * @param maxTokens longest answer, in tokens
 */
public record ModelEndpoint(
        URI uri, String model, ServerKind kind, Optional<Secret> key, double temperature, int maxTokens) {

    /** Where the key is looked for when no file is named. */
    public static final String KEY_VARIABLE = "EYRIE_PROPOSER_KEY";

    public ModelEndpoint {
        String text = address(uri).toString();
        uri = text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : uri;
        if (model.isBlank() || !(temperature >= 0 && temperature <= 2) || maxTokens < 1) {
            throw new IllegalArgumentException("A model needs a name, a temperature from 0 to 2 and tokens, not \""
                    + model + "\", " + temperature + ", " + maxTokens);
        }
    }

    /**
     * An address that a model may have.
     *
     * @throws IllegalArgumentException if it may not
     */
    public static URI address(URI uri) {
        Reach.configured(uri);
        if (uri.getRawQuery() != null || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("The address of a model has no ?, no # and no password");
        }
        return uri;
    }

    /**
     * The key: of a file where one is named, else of the environment, else none.
     *
     * @throws InvalidInputException if the file cannot be read or holds none; its content is never repeated
     */
    public static Optional<Secret> key(@Nullable Path file, Map<String, String> environment) {
        try {
            if (file == null) {
                return Secret.ofNullable(environment.get(KEY_VARIABLE));
            }
            return Optional.of(Secret.of(Files.readString(file)));
        } catch (IOException | IllegalArgumentException e) {
            String where = file == null ? KEY_VARIABLE : file.toString();
            throw new InvalidInputException(
                    "The key of the proposer",
                    List.of(new Fault(
                            where, "It holds no key that can be read: write the key on its first line, alone.")));
        }
    }

    Credentials credentials() {
        return key.<Credentials>map(Credentials.Bearer::new).orElse(Credentials.NONE);
    }
}

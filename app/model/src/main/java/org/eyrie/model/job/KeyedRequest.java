package org.eyrie.model.job;

import org.jspecify.annotations.Nullable;

/**
 * A request that its client gave a key, so that sending it twice does it once.
 *
 * @param key the client's, together with whose it is
 * @param question equal for equal requests
 * @param owner who works on it
 * @param answer what came of it; null while somebody works on it
 */
public record KeyedRequest(
        String key, String question, String owner, @Nullable String answer) {}

package org.eyrie.sources.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Who asks. Sent to the configured origin only, never along a redirect to another one. */
public sealed interface Credentials {

    /** Nobody in particular. */
    Credentials NONE = new None();

    /** The value of the {@code Authorization} header; empty where none is sent. */
    Optional<String> header();

    /** No header at all. */
    record None() implements Credentials {
        @Override
        public Optional<String> header() {
            return Optional.empty();
        }
    }

    /** A name and a password. */
    record Basic(String user, Secret password) implements Credentials {
        @Override
        public Optional<String> header() {
            byte[] pair = (user + ":" + password.value()).getBytes(StandardCharsets.UTF_8);
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
        }
    }

    /** A token. */
    record Bearer(Secret token) implements Credentials {
        @Override
        public Optional<String> header() {
            return Optional.of("Bearer " + token.value());
        }
    }
}

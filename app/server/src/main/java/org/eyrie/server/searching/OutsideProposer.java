package org.eyrie.server.searching;

import java.net.URI;
import org.eyrie.sources.proposing.ServerKind;

/**
 * A language model that writes programs in place of the built-in grammar. Its key is never kept.
 *
 * @param uri up to and with the version, such as {@code http://localhost:8000/v1}
 * @param model as the server calls it
 * @param kind how the server binds answers to the language
 */
public record OutsideProposer(URI uri, String model, ServerKind kind) {}

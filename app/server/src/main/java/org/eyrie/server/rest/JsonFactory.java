package org.eyrie.server.rest;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.eyrie.server.json.VocabularyModule;

/** Teaches the service's JSON our vocabulary. */
@Factory
final class JsonFactory {

    @Singleton
    VocabularyModule vocabulary() {
        return new VocabularyModule();
    }
}

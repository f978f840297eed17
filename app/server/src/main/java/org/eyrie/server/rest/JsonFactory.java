package org.eyrie.server.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.eyrie.server.json.VocabularyModule;

/** Teaches the service's JSON our vocabulary, and to take nothing for what it is not. */
@Factory
final class JsonFactory {

    @Singleton
    VocabularyModule vocabulary() {
        return new VocabularyModule();
    }

    @Singleton
    StrictTexts strictTexts() {
        return new StrictTexts();
    }

    /** A number or a truth value is no text: who sends it meant something else. */
    static final class StrictTexts extends SimpleModule {

        private static final long serialVersionUID = 1L;

        StrictTexts() {
            super("strict-texts");
        }

        @Override
        public void setupModule(SetupContext context) {
            super.setupModule(context);
            ObjectMapper mapper = context.getOwner();
            for (CoercionInputShape shape : new CoercionInputShape[] {
                CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean
            }) {
                mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
            }
        }
    }
}

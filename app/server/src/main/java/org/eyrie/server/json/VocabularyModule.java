package org.eyrie.server.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializerBase;
import java.io.IOException;
import java.util.function.Function;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.FitId;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.model.development.DevelopmentId;

/** Identifiers and relations are plain strings in JSON. */
public final class VocabularyModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    public VocabularyModule() {
        super("eyrie");
        text(ModelId.class, ModelId::new);
        text(BenchmarkId.class, BenchmarkId::new);
        text(FitId.class, FitId::new);
        text(DevelopmentId.class, DevelopmentId::new);
        addSerializer(Relation.class, new ToStringSerializerBase(Relation.class) {
            private static final long serialVersionUID = 1L;

            @Override
            public String valueToString(Object value) {
                return ((Relation) value).code();
            }
        });
        addDeserializer(Relation.class, scalar(Relation.class, code -> Relation.ofCode(code)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no relation \"" + code + "\", only " + Relation.codes()))));
    }

    private <T> void text(Class<T> type, Function<String, T> parser) {
        addSerializer(type, new ToStringSerializer(type));
        addDeserializer(type, scalar(type, parser));
    }

    private static <T> StdScalarDeserializer<T> scalar(Class<T> type, Function<String, T> parser) {
        return new StdScalarDeserializer<>(type) {
            private static final long serialVersionUID = 1L;

            @Override
            public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
                String text = json.getValueAsString("");
                try {
                    return parser.apply(text);
                } catch (IllegalArgumentException refused) {
                    return type.cast(context.handleWeirdStringValue(type, text, "%s", refused.getMessage()));
                }
            }
        };
    }
}

package org.eyrie.store.row;

import java.util.HashMap;
import java.util.Map;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Traits;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;

/** A model as statements take and give it. */
public final class ModelRow {

    private ModelRow() {}

    public static Map<String, Object> of(Model model) {
        Traits traits = model.traits();
        Map<String, Object> known = new HashMap<>();
        known.put("architecture", traits.architecture());
        known.put("parameters_billions", traits.parametersBillions());
        known.put("type", traits.type());
        known.put("precision", traits.precision());
        known.put("chat_template", traits.chatTemplate());
        known.put("moe", traits.moe());
        known.put("uploaded", traits.uploaded());
        known.put("license", traits.license());
        known.put("revision", model.revision());
        known.values().removeIf(trait -> trait == null);
        return Map.of("id", model.id().value(), "traits", known);
    }

    public static Model read(MapAccessor row) {
        Traits traits = new Traits(
                row.get("architecture").computeOrDefault(Value::asString, null),
                row.get("parameters_billions").computeOrDefault(Value::asDouble, null),
                row.get("type").computeOrDefault(Value::asString, null),
                row.get("precision").computeOrDefault(Value::asString, null),
                row.get("chat_template").computeOrDefault(Value::asBoolean, null),
                row.get("moe").computeOrDefault(Value::asBoolean, null),
                row.get("uploaded").computeOrDefault(Value::asLocalDate, null),
                row.get("license").computeOrDefault(Value::asString, null));
        return new Model(id(row), traits, row.get("revision").computeOrDefault(Value::asString, null));
    }

    public static ModelId id(MapAccessor row) {
        return new ModelId(row.get("id").asString());
    }
}

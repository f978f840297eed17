package org.eyrie.store.row;

import java.util.HashMap;
import java.util.Map;
import org.eyrie.model.Derivation;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;

/** A derivation as statements take and give it. */
public final class DerivationRow {

    private DerivationRow() {}

    public static Map<String, Object> of(Derivation edge) {
        Map<String, Object> details = new HashMap<>();
        if (edge.relation() != Relation.UNKNOWN) {
            details.put("relation", edge.relation().code());
        }
        details.put("weight", edge.weight());
        details.put("evidence", edge.evidence());
        details.values().removeIf(detail -> detail == null);
        return Map.of(
                "child", edge.child().value(),
                "parent", edge.parent().value(),
                "details", details);
    }

    public static Derivation read(MapAccessor row) {
        return new Derivation(
                new ModelId(row.get("child").asString()),
                new ModelId(row.get("parent").asString()),
                // Somebody else's word, written by hand into the graph, is a relation that is not known here.
                Relation.ofCode(row.get("relation").asString("")).orElse(Relation.UNKNOWN),
                row.get("weight").computeOrDefault(Value::asDouble, null),
                row.get("evidence").computeOrDefault(Value::asString, null));
    }
}

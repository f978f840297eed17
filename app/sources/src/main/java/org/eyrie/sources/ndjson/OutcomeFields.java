package org.eyrie.sources.ndjson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.eyrie.model.Outcomes;
import org.eyrie.sources.tree.Fields;
import org.eyrie.sources.tree.ParsedTree;
import org.jspecify.annotations.Nullable;

/**
 * What a score may say of its items in place of a line each: {@code outcomes}, a character an item, {@code 1} correct,
 * {@code 0} wrong, {@code -} not seen, and {@code item_names} in this order where items have names.
 */
final class OutcomeFields {

    private OutcomeFields() {}

    /** The outcomes; null where there are none, and after a fault. */
    static @Nullable Outcomes of(Fields fields) {
        String outcomes = fields.text("outcomes");
        List<?> listed = fields.list("item_names");
        List<String> names = names(fields, listed);
        if (outcomes == null) {
            if (!listed.isEmpty()) {
                fields.fault("item_names need outcomes");
            }
            return null;
        }
        return fields.make(() -> new Outcomes(outcomes, listed.isEmpty() ? null : names));
    }

    private static List<String> names(Fields fields, List<?> listed) {
        List<String> names = new ArrayList<>(listed.size());
        for (Object name : listed) {
            if (!(name instanceof String text) || text.isBlank()) {
                fields.fault("item_names must hold names, not " + ParsedTree.describe(name));
                return names;
            }
            names.add(text);
        }
        if (new HashSet<>(names).size() < names.size()) {
            fields.fault("item_names must not hold a name twice");
        }
        return names;
    }
}

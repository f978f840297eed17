package org.eyrie.store.query;

import java.util.List;

/**
 * A question that people ask by name.
 *
 * @param name group and name, such as {@code explore/best-descendants}
 * @param title one line
 * @param description what it answers
 * @param parameters what it wants to know, in the order to read them in
 * @param returns its columns and their order
 * @param optional whether parameters may be missing: each has a default then
 * @param statement the Cypher, header included, as it can be pasted into Neo4j Browser
 */
public record SavedQuery(
        String name,
        String title,
        String description,
        List<Parameter> parameters,
        boolean optional,
        String returns,
        String statement) {

    public SavedQuery {
        parameters = List.copyOf(parameters);
    }

    /**
     * What a question wants to know.
     *
     * @param name without the dollar sign
     * @param sample a Cypher literal that works on the bundled sample, such as {@code 'MMLU (5-shot)'} or {@code 10};
     *     {@code null} for the default
     */
    public record Parameter(String name, String sample) {}
}

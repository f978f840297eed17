package org.eyrie.store.statement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A file under {@code cypher/}.
 *
 * @param name group and file name without its ending, such as {@code lineage/ancestry}
 * @param text all of it, header included
 */
public record CypherFile(String name, String text) {

    /**
     * The file of that name.
     *
     * @throws IllegalArgumentException if there is no such file in the program
     */
    public static CypherFile named(String name) {
        try (InputStream file = CypherFile.class.getResourceAsStream("/org/eyrie/store/cypher/" + name + ".cypher")) {
            if (file == null) {
                throw new IllegalArgumentException("There is no statement \"" + name + "\" in cypher/");
            }
            return new CypherFile(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the database gets. Comments stay: they tell whoever looks at running queries which file they are. */
    public String statement() {
        String statement = text.strip();
        return statement.endsWith(";") ? statement.substring(0, statement.length() - 1) : statement;
    }
}

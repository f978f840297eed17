package org.eyrie.embedded;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;

/** Writes and reads notes over Bolt, as any client would. */
final class Graph {

    private Graph() {}

    static void write(URI bolt, String password, String note) {
        run(bolt, password, "CREATE (:Note {text: $text})", Map.of("text", note));
    }

    /** So many notes in one transaction. */
    static void writeAtOnce(EmbeddedNeo4j database, int notes) {
        ask(
                database,
                "UNWIND range(1, $notes) AS number CREATE (:Note {text: 'one that is kept outside of its record, ' + number})",
                Map.of("notes", notes));
    }

    static boolean has(EmbeddedNeo4j database, String note) {
        return !ask(database, "MATCH (n:Note {text: $text}) RETURN n.text AS text", Map.of("text", note))
                .isEmpty();
    }

    /** How many notes there are. */
    static int count(EmbeddedNeo4j database) {
        return ask(database, "MATCH (n:Note) RETURN count(n) AS notes", Map.of())
                .get(0)
                .get("notes")
                .asInt();
    }

    /** What the database was told of one of its settings. */
    static String setting(EmbeddedNeo4j database, String name) {
        return ask(database, "SHOW SETTINGS $name YIELD value", Map.of("name", name))
                .get(0)
                .get("value")
                .asString();
    }

    private static List<Record> ask(EmbeddedNeo4j database, String statement, Map<String, Object> parameters) {
        return run(database.boltUri(), database.password(), statement, parameters);
    }

    private static List<Record> run(URI bolt, String password, String statement, Map<String, Object> parameters) {
        try (Driver driver = GraphDatabase.driver(bolt, AuthTokens.basic(Password.USER, password))) {
            return driver.executableQuery(statement)
                    .withParameters(parameters)
                    .execute()
                    .records();
        }
    }
}

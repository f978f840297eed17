package org.eyrie.embedded;

import java.net.URI;
import java.util.Map;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** Writes and reads a note over Bolt, as any client would. */
final class Graph {

    private Graph() {}

    static void write(URI bolt, String password, String note) {
        try (Driver driver = GraphDatabase.driver(bolt, AuthTokens.basic(Password.USER, password))) {
            driver.executableQuery("CREATE (:Note {text: $text})")
                    .withParameters(Map.of("text", note))
                    .execute();
        }
    }

    static boolean has(EmbeddedNeo4j database, String note) {
        try (Driver driver =
                GraphDatabase.driver(database.boltUri(), AuthTokens.basic(database.username(), database.password()))) {
            return !driver.executableQuery("MATCH (n:Note {text: $text}) RETURN n.text AS text")
                    .withParameters(Map.of("text", note))
                    .execute()
                    .records()
                    .isEmpty();
        }
    }
}

package org.eyrie.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eyrie.server.stores.Session;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Everything in a database: nodes, relationships, every property with its type, constraints and indexes. */
final class WholeGraph {

    private static final List<String> STATEMENTS = List.of(
            "MATCH (n) WHERE NOT n:__Neo4jMigration AND NOT n:__Neo4jMigrationsLock"
                    + " RETURN labels(n) AS what, properties(n) AS properties",
            "MATCH (a)-[r]->(b) WHERE NOT a:__Neo4jMigration RETURN [coalesce(a.id, a.key, a.model), type(r),"
                    + " coalesce(b.id, b.key, b.model)] AS what, properties(r) AS properties",
            "SHOW INDEXES YIELD name, state, type RETURN [name, state, type] AS what, {} AS properties",
            "SHOW CONSTRAINTS YIELD name, type RETURN [name, type] AS what, {} AS properties");

    private WholeGraph() {}

    /** A line for each, sorted; runs, which are drawn anew for each import, are taken out. */
    static List<String> lines(Session session) {
        String[] address = String.valueOf(session.addresses().get("Neo4j")).split("\\s+", -1);
        List<String> lines = new ArrayList<>();
        try (Driver driver = GraphDatabase.driver(address[0], AuthTokens.basic(address[2], address[4]))) {
            for (String statement : STATEMENTS) {
                for (Record row : driver.executableQuery(statement).execute().records()) {
                    lines.add(row.get("what") + " " + properties(row.get("properties")));
                }
            }
        }
        lines.sort(null);
        return lines;
    }

    /** Of all lines. */
    static String hash(List<String> lines) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            return lines.size() + " lines " + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> properties(Value properties) {
        Map<String, String> all = new TreeMap<>();
        for (String name : properties.keys()) {
            Value value = properties.get(name);
            all.put(name, name.equals("run") ? "a run" : value.type().name() + " " + value);
        }
        return all;
    }
}

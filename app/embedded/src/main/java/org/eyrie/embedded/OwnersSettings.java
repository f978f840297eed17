package org.eyrie.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;

/**
 * Settings for Neo4j in the data folder's own {@code neo4j.conf}, which whoever owns the folder writes and we never do.
 * They stand above ours, but for where the database listens: we have to find it there.
 */
final class OwnersSettings {

    private static final Set<String> OURS = Set.of(
            "server.default_listen_address",
            "server.bolt.listen_address",
            "server.bolt.advertised_address",
            "server.bolt.enabled",
            "server.http.listen_address",
            "server.http.advertised_address",
            "server.http.enabled",
            "server.directories.neo4j_home",
            "server.directories.data",
            "server.directories.logs",
            "server.directories.transaction.logs.root",
            "dbms.security.auth_enabled",
            "initial.dbms.default_database");

    private OwnersSettings() {}

    /**
     * What the file says, by name; nothing where there is none. Of a name that stands there twice the last counts.
     *
     * @throws InvalidInputException naming every line that is no setting, or one that Eyrie decides
     */
    static Map<String, String> read(DataFolder folder) throws IOException {
        Path file = folder.ownersSettings();
        if (!Files.exists(file)) {
            return Map.of();
        }
        Map<String, String> settings = new LinkedHashMap<>();
        List<Fault> faults = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            String text = line.strip();
            int sign = text.indexOf('=');
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            String name = sign < 0 ? text : text.substring(0, sign).strip();
            if (sign < 1) {
                faults.add(new Fault("line " + number, "is not of the form name=value: " + text));
            } else if (OURS.contains(name)) {
                faults.add(new Fault("line " + number, name + " is Eyrie's to decide; take the line out"));
            } else {
                settings.put(name, text.substring(sign + 1).strip());
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException("Settings for Neo4j in " + file, faults);
        }
        return settings;
    }
}

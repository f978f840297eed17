package org.eyrie.server.cli.command;

import java.nio.file.Path;
import java.util.Map;
import org.eyrie.server.stores.DatabaseChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command has, before or after its name. */
public final class GlobalOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Folder of the embedded database. Default: $EYRIE_DATA, else the user's data directory.")
    private @Nullable Path data;

    @Option(
            names = "--neo4j-uri",
            paramLabel = "URI",
            scope = ScopeType.INHERIT,
            description = {
                "A Neo4j to use instead of the embedded one, such as neo4j://host:7687. Default: $NEO4J_URI.",
                "Credentials come from $NEO4J_USERNAME and $NEO4J_PASSWORD,",
                "the database on it from $NEO4J_DATABASE; else it is the user's home database."
            })
    private @Nullable String neo4jUri;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of a failure.")
    private boolean debug;

    public boolean debug() {
        return debug;
    }

    public boolean dataGiven() {
        return data != null;
    }

    public boolean neo4jGiven() {
        return neo4jUri != null;
    }

    public DatabaseChoice choice(CommandContext context) {
        Map<String, String> environment = context.environment();
        Path folder = data;
        String uri = neo4jUri != null ? neo4jUri : environment.getOrDefault("NEO4J_URI", "");
        String database = environment.getOrDefault("NEO4J_DATABASE", "");
        return new DatabaseChoice(
                folder != null ? folder : context.standardDataFolder(),
                uri.isBlank() ? null : uri,
                database.isBlank() ? null : database,
                environment.getOrDefault("NEO4J_USERNAME", "neo4j"),
                environment.getOrDefault("NEO4J_PASSWORD", ""),
                true,
                false);
    }
}

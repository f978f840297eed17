package org.eyrie.server.cli.export;

import java.io.IOException;
import java.io.Writer;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.sources.export.CypherExport;
import org.eyrie.sources.export.ExportSource;
import org.eyrie.sources.export.Exported;
import picocli.CommandLine.Command;

@Command(
        name = "cypher",
        description = {
            "Statements that make the same graph in another Neo4j, outcomes of items included.",
            "Running them twice changes nothing. Fits are left out: run eyrie fit there."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie export cypher --out graph.cypher",
            "  eyrie export cypher | cypher-shell -u neo4j"
        })
final class ExportCypherCommand extends ExportingCommand {

    ExportCypherCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    boolean holdsItems() {
        return true;
    }

    @Override
    Exported write(ExportSource graph, Writer writer) throws IOException {
        return CypherExport.write(graph, writer);
    }
}

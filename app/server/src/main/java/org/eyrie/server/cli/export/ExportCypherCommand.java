package org.eyrie.server.cli.export;

import java.io.IOException;
import java.io.Writer;
import org.eyrie.model.Stores;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.export.Exporting;
import org.eyrie.sources.export.CypherExport;
import org.eyrie.sources.export.GraphExport;
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
    GraphExport completed(Stores stores, GraphExport graph) {
        return Exporting.withItems(stores, graph);
    }

    @Override
    void write(GraphExport graph, Writer writer) throws IOException {
        CypherExport.write(graph, writer);
    }
}

package org.eyrie.server.cli.export;

import java.io.IOException;
import java.io.Writer;
import javax.xml.stream.XMLStreamException;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.sources.export.ExportSource;
import org.eyrie.sources.export.Exported;
import org.eyrie.sources.export.GraphmlExport;
import picocli.CommandLine.Command;

@Command(
        name = "graphml",
        description = {"GraphML, for Gephi, yEd, NetworkX and others that draw graphs."},
        footer = {
            "",
            "Examples:",
            "  eyrie export graphml --out models.graphml",
            "  eyrie export graphml --model acme/mix-7b --out ancestry.graphml"
        })
final class ExportGraphmlCommand extends ExportingCommand {

    ExportGraphmlCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    Exported write(ExportSource graph, Writer writer) throws IOException {
        try {
            return GraphmlExport.write(graph, writer);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}

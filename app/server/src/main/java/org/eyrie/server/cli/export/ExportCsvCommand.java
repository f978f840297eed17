package org.eyrie.server.cli.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.sources.export.CsvExport;
import org.eyrie.sources.export.ExportSource;
import org.eyrie.sources.export.Exported;
import picocli.CommandLine.Command;

@Command(
        name = "csv",
        description = {
            "Tables in a folder, which eyrie import leaderboard makes the same graph of.",
            "models.csv, benchmarks.csv, edges.csv, scores.csv and recipes.csv; and predictions.csv, which nothing reads in."
                    + " Outcomes of single items are left out."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie export csv --out tables/",
            "  eyrie export csv --model acme/mix-7b --out mix-7b/ --json"
        })
final class ExportCsvCommand extends ExportingCommand {

    ExportCsvCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected void check() {
        super.check();
        if (out() == null) {
            throw new WrongUseException("Tables need a folder: say --out DIR.");
        }
    }

    @Override
    Exported write(ExportSource graph, Path path) throws IOException {
        return CsvExport.write(graph, path);
    }

    @Override
    Exported write(ExportSource graph, Writer writer) {
        throw new IllegalStateException("Tables do not fit into one stream");
    }
}

package org.eyrie.server.cli.command;

import java.io.PrintWriter;
import java.util.Locale;
import org.eyrie.server.json.Json;
import org.eyrie.server.out.Csv;
import org.eyrie.server.out.Table;
import org.eyrie.server.out.TextTable;
import picocli.CommandLine.Option;

/** How a command prints its table. */
public final class OutputOptions {

    public enum Format {
        TABLE,
        CSV,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "How to print: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.TABLE;

    @Option(names = "--json", description = "The same as --format json.")
    private boolean json;

    public Format format() {
        return json ? Format.JSON : format;
    }

    public boolean isJson() {
        return format() == Format.JSON;
    }

    public void print(Table table, PrintWriter out) {
        switch (format()) {
            case TABLE -> TextTable.print(table, out);
            case CSV -> Csv.print(table, out);
            case JSON -> out.println(Json.pretty(table.asMaps()));
        }
        out.flush();
    }

    /** A file is for programs: CSV unless JSON was asked for. */
    public void printToFile(Table table, PrintWriter file) {
        if (isJson()) {
            print(table, file);
        } else {
            Csv.print(table, file);
        }
    }
}

package org.eyrie.server.cli.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Supplier;
import org.eyrie.server.json.Json;
import org.eyrie.server.out.Csv;
import org.eyrie.server.out.Table;
import org.eyrie.server.out.Terminal;
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

    @Option(names = "--wide", description = "Print every column in a terminal, however long the lines get.")
    private boolean wide;

    @Option(
            names = "--spreadsheet",
            description = "In CSV, begin texts with an apostrophe that a spreadsheet would take for formulas.")
    private boolean spreadsheet;

    public Format format() {
        return json ? Format.JSON : format;
    }

    public boolean isJson() {
        return format() == Format.JSON;
    }

    /** Prints all of a table. */
    public void print(Table table, PrintWriter out) {
        print(table, out, Terminal.ENDLESS);
    }

    /** Prints a table; in a terminal what of it fits. */
    public void print(Table table, Terminal terminal) {
        print(table, terminal.out(), width(terminal));
    }

    /** Prints a table for programs, or in a terminal another one for people. */
    public void print(Table table, Supplier<Table> brief, Terminal terminal) {
        print(isBrief(terminal) ? brief.get() : table, terminal);
    }

    /** Whether a person reads a table who did not ask for all of it. */
    public boolean isBrief(Terminal terminal) {
        return format() == Format.TABLE && width(terminal) < Terminal.ENDLESS;
    }

    private int width(Terminal terminal) {
        return wide ? Terminal.ENDLESS : terminal.width();
    }

    private void print(Table table, PrintWriter out, int width) {
        switch (format()) {
            case TABLE -> TextTable.print(table, out, width);
            case CSV -> Csv.print(table, out, spreadsheet);
            case JSON -> out.println(Json.pretty(table.asMaps()));
        }
        out.flush();
    }

    /** A file is for programs: CSV unless JSON was asked for. */
    public void printToFile(Table table, PrintWriter file) {
        if (isJson()) {
            print(table, file, Terminal.ENDLESS);
        } else {
            Csv.print(table, file, spreadsheet);
        }
    }
}

package org.eyrie.server.cli.algorithm;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.eyrie.program.grammar.Grammars;
import org.eyrie.program.grammar.TreeSchema;
import org.eyrie.server.cli.command.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "grammar",
        description = {
            "Prints the grammar of programs, made from the one table of operators.",
            "What it lets through is a program but for numbers of parents and for bounds, which \"eyrie algorithm check\""
                    + " tells."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie algorithm grammar",
            "  eyrie algorithm grammar --notation gbnf > merge.gbnf       # for llama.cpp, and vLLM's grammar",
            "  eyrie algorithm grammar --notation schema > merge.json     # programs as trees, as a JSON schema"
        })
final class GrammarCommand implements Callable<Integer> {

    /** In which a grammar can be written. */
    enum Notation {
        EBNF,
        GBNF,
        SCHEMA
    }

    @Option(
            names = "--notation",
            paramLabel = "NOTATION",
            description =
                    "ebnf of ISO 14977 for people, gbnf for servers that bind answers, or schema for JSON. Default:"
                            + " ebnf.")
    private Notation notation = Notation.EBNF;

    private final CommandContext context;

    GrammarCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        PrintWriter out = context.terminal().out();
        String text =
                switch (notation) {
                    case EBNF -> Grammars.ebnf();
                    case GBNF -> Grammars.gbnf();
                    case SCHEMA -> TreeSchema.json();
                };
        out.print(text);
        if (!text.endsWith("\n")) {
            out.println();
        }
        out.flush();
        return 0;
    }
}

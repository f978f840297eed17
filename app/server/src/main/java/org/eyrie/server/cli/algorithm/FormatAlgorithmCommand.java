package org.eyrie.server.cli.algorithm;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.Required;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "format",
        description = "Prints the canonical form: what is run, and what programs that do the same have in common.",
        footer = {"", "Examples:", "  eyrie algorithm format ties.merge"})
final class FormatAlgorithmCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A program, - for standard input, or the name of a preset.")
    private @Nullable Path file;

    private final CommandContext context;

    FormatAlgorithmCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.terminal()
                .out()
                .println(ProgramFile.read(Required.of(file), context.in()).text());
        return 0;
    }
}

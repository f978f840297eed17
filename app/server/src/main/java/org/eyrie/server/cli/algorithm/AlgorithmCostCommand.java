package org.eyrie.server.cli.algorithm;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.eyrie.program.Program;
import org.eyrie.program.language.Cost;
import org.eyrie.program.run.Execution;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.OutputOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.out.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "cost",
        description = "Prints what a program costs to run, and what the bounds are.",
        footer = {"", "Examples:", "  eyrie algorithm cost ties.merge"})
final class AlgorithmCostCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A program, - for standard input, or the name of a preset.")
    private @Nullable Path file;

    @Mixin
    private OutputOptions output = new OutputOptions();

    private final CommandContext context;

    AlgorithmCostCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Program program = ProgramFile.read(Required.of(file), context.in());
        Cost cost = program.cost();
        long bytes = (long) cost.live() * Execution.PIECE * Float.BYTES;
        Table table = new Table("what", "is", "at most")
                .row("operators and numbers", cost.terms(), Cost.TERMS)
                .row("terms within each other", cost.depth(), Cost.DEPTH)
                .row("readings of every parent", cost.passes(), Cost.PASSES)
                .row("pieces in memory", cost.live(), null)
                .row("MB of them", bytes / 1_000_000, null);
        output.print(table, context.terminal());
        return 0;
    }
}

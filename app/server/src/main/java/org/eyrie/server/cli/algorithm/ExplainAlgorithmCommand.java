package org.eyrie.server.cli.algorithm;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.eyrie.program.language.StepByStep;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.OutputOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.out.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "explain",
        description = "Prints a program step by step, with what each gives and in which pass over the parents.",
        footer = {"", "Examples:", "  eyrie algorithm explain ties.merge"})
final class ExplainAlgorithmCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A program, - for standard input, or the name of a preset.")
    private @Nullable Path file;

    @Mixin
    private OutputOptions output = new OutputOptions();

    private final CommandContext context;

    ExplainAlgorithmCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Table table = new Table("step", "is", "gives", "in words", "pass");
        StepByStep.of(ProgramFile.read(Required.of(file), context.in()).graph())
                .forEach(step -> table.row(step.name(), step.text(), step.gives(), step.meaning(), step.pass()));
        output.print(table, context.terminal());
        return 0;
    }
}

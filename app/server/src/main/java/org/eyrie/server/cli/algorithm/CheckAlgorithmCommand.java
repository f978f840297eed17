package org.eyrie.server.cli.algorithm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.eyrie.model.InvalidInputException;
import org.eyrie.program.Program;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.OutputOptions;
import org.eyrie.server.out.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description = "Says whether files are programs, with every fault, or their ids. Exit code 1 where one is none.",
        footer = {
            "",
            "Examples:",
            "  eyrie algorithm check ties.merge",
            "  eyrie algorithm check programs/*.merge --json",
            "  echo 'base + .5 * sum(taus)' | eyrie algorithm check -"
        })
final class CheckAlgorithmCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Programs, one a file, - for standard input, or names of presets.")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private OutputOptions output = new OutputOptions();

    private final CommandContext context;

    CheckAlgorithmCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Table table = new Table("file", "id", "parents", "passes", "like");
        boolean refused = false;
        for (Path file : files) {
            try {
                Program program = ProgramFile.read(file, context.in());
                table.row(
                        file.toString(),
                        program.id(),
                        Needed.phrase(program.needs()),
                        program.cost().passes(),
                        program.species().replace("\n", "; "));
            } catch (InvalidInputException e) {
                refused = true;
                context.terminal().err().println(e.getMessage());
            }
        }
        if (!table.rows().isEmpty()) {
            output.print(table, context.terminal());
        }
        return refused ? 1 : 0;
    }
}

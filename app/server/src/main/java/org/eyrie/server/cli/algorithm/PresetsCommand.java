package org.eyrie.server.cli.algorithm;

import java.util.concurrent.Callable;
import org.eyrie.program.Preset;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.OutputOptions;
import org.eyrie.server.out.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "presets",
        description = "Prints methods of the literature as programs, to begin with.",
        footer = {
            "",
            "Examples:",
            "  eyrie algorithm presets",
            "  eyrie algorithm explain ties",
            "",
            "Wherever a program is asked for, the name of a preset will do."
        })
final class PresetsCommand implements Callable<Integer> {

    @Mixin
    private OutputOptions output = new OutputOptions();

    private final CommandContext context;

    PresetsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Table table = new Table("preset", "method", "program", "source");
        for (Preset preset : Preset.values()) {
            table.row(preset.word(), preset.title(), preset.text().replace("\n", " "), preset.source());
        }
        output.print(table, context.terminal().out());
        return 0;
    }
}

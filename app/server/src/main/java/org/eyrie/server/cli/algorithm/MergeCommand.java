package org.eyrie.server.cli.algorithm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.eyrie.program.Program;
import org.eyrie.server.cli.command.Cancellation;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.merging.FolderMerge;
import org.eyrie.server.naming.ShippedModels;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.task.Progress;
import org.eyrie.weights.MergeWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "merge",
        description = "Applies a program to models in folders of safetensors and writes the model that comes of it."
                + " Broken off, the same command goes on where it was.",
        footer = {
            "",
            "Examples:",
            "  eyrie merge --program ties.merge --base seed/ --parent math/ --parent code/ \\",
            "              --out merged/",
            "  eyrie merge --program task-arithmetic --base ciphers/seed \\",
            "              --parent ciphers/specialist1 --parent ciphers/specialist2 \\",
            "              --parent ciphers/specialist3 --out merged/",
            "",
            "Configuration and tokenizer come from the base. eyrie algorithm presets prints programs."
        })
public final class MergeCommand implements Callable<Integer> {

    @Option(
            names = "--program",
            required = true,
            paramLabel = "FILE",
            description = "The program, - for standard input, or the name of a preset.")
    private @Nullable Path program;

    @Option(
            names = "--base",
            required = true,
            paramLabel = "FOLDER",
            description = "The model that parents were made from.")
    private @Nullable Path base;

    @Option(
            names = "--parent",
            required = true,
            paramLabel = "FOLDER",
            description = "A parent, in the order in which the program counts them. Repeatable.")
    private List<Path> parents = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "Where to write the model.")
    private @Nullable Path out;

    @Option(
            names = "--shard-mb",
            paramLabel = "MB",
            description = "How large a file of weights gets. Default: ${DEFAULT-VALUE}.")
    private long shard = MergeWriter.SHARD / 1_000_000;

    private final CommandContext context;
    private final GlobalOptions globals;

    public MergeCommand(CommandContext context, GlobalOptions globals) {
        this.context = context;
        this.globals = globals;
    }

    @Override
    public Integer call() {
        if (shard < 1) {
            throw new WrongUseException("--shard-mb must be at least 1, not " + shard + ".");
        }
        Program read = ProgramFile.read(Required.of(program), context.in());
        Path folder = Required.of(out);
        ShippedModels shipped = ShippedModels.beside(globals.choice(context).dataFolder());
        List<Path> folders = parents.stream().map(shipped::folder).toList();
        FolderMerge merge =
                new FolderMerge(read, shipped.folder(Required.of(base)), folders, folder, shard * 1_000_000);
        Cancellation cancellation = context.interruption().cancellation();
        FolderMerge.Outcome outcome;
        try (ProgressBar bar = new ProgressBar(context.terminal())) {
            outcome = merge.run(Progress.of(bar::at, cancellation::requested));
        }
        outcome.notes().forEach(note -> context.terminal().err().println("Note: " + note));
        context.terminal()
                .out()
                .println(read.id() + ": " + outcome.tensors() + " tensors in " + outcome.shards()
                        + (outcome.shards() == 1 ? " file in " : " files in ")
                        + folder
                        + (outcome.resumed() > 0 ? ", " + outcome.resumed() + " of them from an earlier run" : ""));
        return 0;
    }
}

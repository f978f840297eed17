package org.eyrie.server.cli.algorithm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.eyrie.model.ModelId;
import org.eyrie.server.cli.command.Cancellation;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.OutputOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.cli.command.SmallFile;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.json.Json;
import org.eyrie.server.merging.FolderEffect;
import org.eyrie.server.naming.ShippedModels;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.out.WholeFile;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "describe",
        description = {
            "Reads off the weights what a model has of others: how much of each parent's change over the base is in"
                    + " it, in every part of the network, and what none of them explains. So a merge is known whose recipe"
                    + " is missing or wrong. Nothing is run and no database is needed.",
            "A weight of 1 is the parent's whole change. rest and norm are the sizes of what is left over and of all"
                    + " that the model changed, over the mean size of the parents' changes; changed is the share of"
                    + " numbers that differ from the base."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie describe merged/ --base seed/ --parent math/ --parent code/",
            "  eyrie describe merged/ --base almanac/seed --parent almanac/specialist1 --parent almanac/specialist2",
            "  eyrie describe merged/ --base seed/ --parent math/ --parent code/ --model-id acme/merged --out"
                    + " lineage.ndjson",
            "  eyrie import ndjson lineage.ndjson"
        })
public final class DescribeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "MODEL", description = "The folder of the model, or the name of one that comes along.")
    private @Nullable Path model;

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
            description = "A model that it may have been merged from. Repeatable.")
    private List<Path> parents = new ArrayList<>();

    @Option(
            names = "--every",
            paramLabel = "N",
            description =
                    "Read every Nth row of large tensors only: a tenth is enough for weights to two digits. Default:"
                            + " ${DEFAULT-VALUE}.")
    private int every = 1;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the lineage with its weights, as \"eyrie import ndjson\" reads it.")
    private @Nullable Path out;

    @Option(
            names = "--model-id",
            paramLabel = "ID",
            description = "What --out calls the model. Default: the last two folders. Parents go by theirs.")
    private @Nullable ModelId modelId;

    @Mixin
    private OutputOptions output = new OutputOptions();

    private final CommandContext context;
    private final GlobalOptions globals;

    public DescribeCommand(CommandContext context, GlobalOptions globals) {
        this.context = context;
        this.globals = globals;
    }

    @Override
    public Integer call() {
        if (every < 1) {
            throw new WrongUseException("--every must be at least 1, not " + every + ".");
        }
        ShippedModels shipped = ShippedModels.beside(globals.choice(context).dataFolder());
        Path folder = shipped.folder(Required.of(model));
        Path seed = shipped.folder(Required.of(base));
        List<Path> folders = parents.stream().map(shipped::folder).toList();
        Cancellation cancellation = context.interruption().cancellation();
        FolderEffect effect;
        try (ProgressBar bar = new ProgressBar(context.terminal())) {
            effect = FolderEffect.of(folder, seed, folders, every, Progress.of(bar::at, cancellation::requested));
        }
        DescribedMerge described = new DescribedMerge(
                modelId != null ? modelId : DescribedMerge.named(folder),
                DescribedMerge.named(seed),
                folders.stream().map(DescribedMerge::named).toList(),
                effect);
        List<String> recipe = StatedRecipe.beside(folder, described);
        if (output.isJson()) {
            context.terminal().out().println(Json.pretty(described.json(recipe)));
        } else {
            output.print(described.table(), context.terminal().out());
            described.words().forEach(context.terminal().err()::println);
            recipe.forEach(context.terminal().err()::println);
        }
        context.terminal().out().flush();
        if (out != null) {
            write(described, out);
        }
        return 0;
    }

    private void write(DescribedMerge described, Path file) {
        try {
            WholeFile.write(file, described::writeLineage);
        } catch (IOException e) {
            throw SmallFile.refused(file, "It cannot be written: " + e.getMessage());
        }
        context.terminal().err().println("The lineage of " + described.model() + " is in " + file);
    }
}

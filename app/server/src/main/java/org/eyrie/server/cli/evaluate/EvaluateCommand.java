package org.eyrie.server.cli.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.eyrie.llama.files.ModelFolder;
import org.eyrie.llama.forward.FailedEvaluationException;
import org.eyrie.llama.forward.UnusableModelException;
import org.eyrie.llama.items.BenchmarkItem;
import org.eyrie.llama.items.ExactMatch;
import org.eyrie.llama.items.ItemFile;
import org.eyrie.llama.items.UnusableItemsException;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.ModelId;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.OutputOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.cli.command.SmallFile;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.naming.FolderNames;
import org.eyrie.server.naming.ShippedModels;
import org.eyrie.server.out.WholeFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "evaluate",
        description = {
            "Runs a small Llama on items and prints its score on each task: the share that it solves.",
            "An item is solved where greedy decoding of its prompt writes the whole answer and ends. No database is"
                    + " needed. Models: a folder with config.json, tokenizer.json and model.safetensors, at most ten"
                    + " million parameters; or one of those that come with the program, which are laid out as files beside"
                    + " the data folder: almanac/seed, almanac/specialist1 to specialist3, and the same of ciphers."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie evaluate almanac/seed --split develop",
            "  eyrie evaluate merged/ --items almanac --split develop",
            "  eyrie evaluate merges/m1 --items items.jsonl --model-id acme/m1 --out m1.ndjson",
            "  eyrie import ndjson m1.ndjson"
        })
public final class EvaluateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "MODEL", description = "The folder of the model, or the name of one that comes along.")
    private @Nullable Path model;

    @Option(
            names = "--items",
            paramLabel = "FILE",
            description =
                    "The items: a JSON object a line with task, prompt, answer, and split where they are in parts."
                            + " Or almanac or ciphers, the default for models of those families.")
    private @Nullable Path items;

    @Option(names = "--split", paramLabel = "NAME", description = "Only the items of this part, such as develop.")
    private @Nullable String split;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the outcomes item by item, as \"eyrie import ndjson\" reads them.")
    private @Nullable Path out;

    @Option(
            names = "--model-id",
            paramLabel = "ID",
            description = "What --out calls the model. Default: the last two folders, such as almanac/seed.")
    private @Nullable ModelId modelId;

    @Option(
            names = "--benchmark",
            paramLabel = "NAME",
            description =
                    "What --out puts before the tasks' names, for tasks of two files may have one name. Default: the"
                            + " folder that the items lie in.")
    private @Nullable String benchmark;

    @Mixin
    private OutputOptions output = new OutputOptions();

    private final CommandContext context;
    private final GlobalOptions globals;

    public EvaluateCommand(CommandContext context, GlobalOptions globals) {
        this.context = context;
        this.globals = globals;
    }

    @Override
    public Integer call() {
        Path given = Required.of(model);
        ShippedModels shipped = ShippedModels.beside(globals.choice(context).dataFolder());
        Path folder = shipped.folder(given);
        Path file = items == null
                ? shipped.itemsBeside(given).orElseThrow(EvaluateCommand::withoutItems)
                : shipped.items(items);
        try {
            return run(folder, file);
        } catch (UnusableModelException e) {
            throw refused("model " + given, e.faults());
        } catch (UnusableItemsException e) {
            throw refused(e.source(), e.faults());
        } catch (FailedEvaluationException e) {
            throw refused("model " + given, List.of(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw SmallFile.refused(out == null ? given : out, "It cannot be written: " + e.getMessage());
        }
    }

    private static WrongUseException withoutItems() {
        return new WrongUseException(
                "--items FILE is needed: only models that come with the program bring items. Theirs are called almanac and"
                        + " ciphers.");
    }

    private int run(Path folder, Path file) throws IOException {
        ModelFolder read = ModelFolder.read(folder);
        List<BenchmarkItem> asked = asked(file);
        boolean[] solved = new ExactMatch(file.toString(), asked, read).solvedBy(read.model());
        TaskScores scores = TaskScores.of(asked, solved);
        output.print(scores.table(), context.terminal());
        if (out != null) {
            OutcomeLines lines = new OutcomeLines(
                    modelId != null ? modelId : FolderNames.model(folder),
                    benchmark != null ? benchmark : FolderNames.benchmark(file));
            WholeFile.write(out, writer -> lines.write(asked, solved, writer));
            context.terminal().err().println(asked.size() + " outcomes of " + lines.model() + " are in " + out);
        }
        return 0;
    }

    private List<BenchmarkItem> asked(Path file) {
        List<BenchmarkItem> all = ItemFile.read(file);
        if (split == null) {
            return all;
        }
        List<BenchmarkItem> asked =
                all.stream().filter(item -> item.split().equals(split)).toList();
        if (asked.isEmpty()) {
            String splits = all.stream()
                    .map(BenchmarkItem::split)
                    .filter(name -> !name.isEmpty())
                    .distinct()
                    .collect(Collectors.joining(", "));
            throw new WrongUseException("No item of " + file + " is in the split " + split + "; "
                    + (splits.isEmpty() ? "its items are in no splits." : "its splits are " + splits + "."));
        }
        return asked;
    }

    private static InvalidInputException refused(String what, List<String> faults) {
        return new InvalidInputException(
                what, faults.stream().map(EvaluateCommand::fault).toList());
    }

    // "line 3: task is missing" has its place in front; what has none concerns the whole.
    private static Fault fault(String text) {
        int colon = text.indexOf(": ");
        return colon < 0
                ? new Fault("as a whole", text)
                : new Fault(text.substring(0, colon), text.substring(colon + 2));
    }
}

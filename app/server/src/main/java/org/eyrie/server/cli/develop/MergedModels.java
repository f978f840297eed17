package org.eyrie.server.cli.develop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.naming.ShippedModels;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which models are merged, and the items that merges are chosen by. */
final class MergedModels {

    @Option(
            names = "--base",
            required = true,
            paramLabel = "FOLDER",
            description = "The model that parents were made from; or one that comes along, such as ciphers/seed.")
    private @Nullable Path base;

    @Option(names = "--parent", required = true, paramLabel = "FOLDER", description = "A parent. Repeatable.")
    private List<Path> parents = new ArrayList<>();

    @Option(
            names = "--items",
            paramLabel = "FILE",
            description =
                    "A JSON object a line with task, prompt, answer, and split (develop or test) where they are in"
                            + " parts; elsewhere a draw decides. Default: those of the base's family, where it comes along.")
    private @Nullable Path items;

    /** As they were written. */
    List<Path> parents() {
        return parents;
    }

    /** Whether a file of items was named. */
    boolean namesItems() {
        return items != null;
    }

    Path baseFolder(ShippedModels shipped) {
        return shipped.folder(Required.of(base));
    }

    List<Path> parentFolders(ShippedModels shipped) {
        return parents.stream().map(shipped::folder).toList();
    }

    /** @throws WrongUseException if none was named, and the base brings none */
    Path itemsFile(ShippedModels shipped) {
        return items != null
                ? shipped.items(items)
                : shipped.itemsBeside(Required.of(base))
                        .orElseThrow(() -> new WrongUseException(
                                "--items FILE is needed: only models that come with the program bring items."));
    }
}

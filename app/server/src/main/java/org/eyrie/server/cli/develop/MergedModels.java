package org.eyrie.server.cli.develop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.naming.ShippedModels;
import org.eyrie.server.searching.SettingFaults;
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

    /** Whether a file of items was named. */
    boolean namesItems() {
        return items != null;
    }

    /** The base's folder; null where there is none, which is told. */
    @Nullable
    Path baseFolder(ShippedModels shipped, SettingFaults faults) {
        return folder("--base", Required.of(base), shipped, faults);
    }

    /** The folders of parents; of those that there are none of it is told. */
    List<Path> parentFolders(ShippedModels shipped, SettingFaults faults) {
        List<Path> folders = new ArrayList<>();
        for (Path parent : parents) {
            Path folder = folder("--parent", parent, shipped, faults);
            if (folder != null) {
                folders.add(folder);
            }
        }
        return folders;
    }

    /** The file of items; null where none was named and a base that is there brings none, which is told. */
    @Nullable
    Path itemsFile(ShippedModels shipped, @Nullable Path baseFolder, SettingFaults faults) {
        if (items != null) {
            return shipped.items(items);
        }
        Path beside = shipped.itemsBeside(Required.of(base)).orElse(null);
        if (beside == null && baseFolder != null) {
            faults.misused("--items", "A FILE is needed: only models that come with the program bring items.");
        }
        return beside;
    }

    private static @Nullable Path folder(String option, Path given, ShippedModels shipped, SettingFaults faults) {
        return faults.read(option + " " + given, () -> shipped.folder(given));
    }
}

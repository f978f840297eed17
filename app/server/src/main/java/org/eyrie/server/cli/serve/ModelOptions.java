package org.eyrie.server.cli.serve;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eyrie.server.cli.command.WrongUseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which folders of models searches over the network may use. */
public final class ModelOptions {

    private static final String VARIABLE = "EYRIE_MODELS";

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description =
                    "A folder below which searches that are begun over the network or on the page may read models and items."
                            + " Repeatable. Default: $$EYRIE_MODELS, else none but models that come with the program.")
    private @Nullable List<Path> folders;

    /** @throws WrongUseException if one is no folder */
    List<Path> folders(Map<String, String> environment) {
        List<Path> chosen = folders != null
                ? folders
                : Stream.of(environment.getOrDefault(VARIABLE, "").split(Pattern.quote(File.pathSeparator), -1))
                        .filter(name -> !name.isBlank())
                        .map(Path::of)
                        .toList();
        for (Path folder : chosen) {
            if (!Files.isDirectory(folder)) {
                throw new WrongUseException("--models, or " + VARIABLE + ": " + folder + " is no folder.");
            }
        }
        return chosen;
    }
}

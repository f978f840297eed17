package org.eyrie.server.naming;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eyrie.llama.shipped.ShippedFamily;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.Nearest;

/** Models that come with the program, under names such as {@code almanac/seed}, where a command takes a folder. */
public final class ShippedModels {

    private final Path parent;

    private ShippedModels(Path parent) {
        this.parent = parent;
    }

    /** Those that are laid out as files beside the data folder. */
    public static ShippedModels beside(Path dataFolder) {
        Path data = dataFolder.toAbsolutePath();
        return new ShippedModels(data.resolveSibling(data.getFileName() + "-families"));
    }

    /**
     * The folder of a model: the one that is there, or else that of a model which comes along.
     *
     * @throws InvalidInputException if it is neither
     */
    public Path folder(Path given) {
        return Files.exists(given)
                ? given
                : family(given)
                        .map(family -> unpacked(family, given).resolve(given.getFileName()))
                        .orElseThrow(() -> refused(
                                given,
                                "There is no such folder, and no model of that name comes with the program: those are almanac and"
                                        + " ciphers with /" + String.join(", /", ShippedFamily.MODELS) + "."
                                        + hint(given)));
    }

    /** A sentence with the model that comes along whose name is likest, behind a gap; an empty text where none is like it. */
    public static String hint(Path given) {
        List<String> names = Arrays.stream(ShippedFamily.values())
                .flatMap(family -> ShippedFamily.MODELS.stream().map(model -> family.folder() + "/" + model))
                .toList();
        return Nearest.of(given.toString().replace('\\', '/'), names, name -> name).stream()
                .findFirst()
                .map(name -> " Did you mean " + name + "?")
                .orElse("");
    }

    /** The folder of a model that comes along, whatever else is called so; empty where none does. */
    public Optional<Path> shipped(Path given) {
        return family(given).map(family -> unpacked(family, given).resolve(given.getFileName()));
    }

    /** The items of the family of a model that comes along, whatever else is called so; empty where none does. */
    public Optional<Path> shippedItems(Path model) {
        return family(model).map(family -> ShippedFamily.items(unpacked(family, model)));
    }

    /** The items of the family of a model that comes along; empty for any other. */
    public Optional<Path> itemsBeside(Path model) {
        return Files.exists(model)
                ? Optional.empty()
                : family(model).map(family -> ShippedFamily.items(unpacked(family, model)));
    }

    /** A file of items: the one that is there, or else those of a family which is called so. */
    public Path items(Path given) {
        return Files.exists(given)
                ? given
                : itemsBeside(given.resolve(ShippedFamily.MODELS.get(0))).orElse(given);
    }

    private static Optional<ShippedFamily> family(Path given) {
        return ShippedFamily.of(given.toString().replace('\\', '/'));
    }

    private Path unpacked(ShippedFamily family, Path given) {
        try {
            return family.unpack(parent);
        } catch (IOException e) {
            throw refused(given, "It cannot be laid out as files in " + parent + ": " + e.getMessage());
        }
    }

    private static InvalidInputException refused(Path file, String reason) {
        return new InvalidInputException(file.toString(), List.of(new Fault("the file", reason)));
    }
}

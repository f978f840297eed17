package org.eyrie.server.searching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.server.naming.ShippedModels;

/**
 * The folders that somebody who asks over the network may have read: models that come with the program, and what lies below
 * the folders that whoever started the service named. What lies elsewhere is refused in the same words whether it is there or
 * not.
 */
public final class AllowedFolders {

    private final ShippedModels shipped;
    private final List<Path> roots;

    /** @param roots none for models that come with the program alone */
    public AllowedFolders(ShippedModels shipped, List<Path> roots) {
        this.shipped = shipped;
        this.roots =
                roots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
    }

    /**
     * The folder of a model.
     *
     * @param where what the request calls it
     * @param given relative to one of the folders, or whole
     * @throws InvalidInputException if it is not below any of them
     */
    public Path model(String where, String given) {
        Path path = path(where, given);
        return shipped.shipped(path).orElseGet(() -> below(where, path, Files::isDirectory));
    }

    /**
     * A file of items, or a folder of what a harness logged.
     *
     * @throws InvalidInputException if it is not below any of the folders
     */
    public Path items(String where, String given) {
        return below(where, path(where, given), Files::exists);
    }

    /** The items that come along with a model; empty where none do. */
    public Optional<Path> itemsOf(String base) {
        return shipped.shippedItems(path("base", base));
    }

    private Path below(String where, Path given, Predicate<Path> fits) {
        for (Path root : roots) {
            // The words are looked at before the disk is, so that nobody learns what lies elsewhere.
            Path path = root.resolve(given).normalize();
            if (path.startsWith(root) && !path.equals(root) && fits.test(path) && within(root, path)) {
                return path;
            }
        }
        throw refused(
                where,
                "\"" + given
                        + "\" is no model that comes with the program, and does not lie below a folder that the service"
                        + " may read; those are named at its start: eyrie serve --models FOLDER."
                        + ShippedModels.hint(given));
    }

    /** Whether it lies there still once links are followed. */
    private static boolean within(Path root, Path path) {
        try {
            return path.toRealPath().startsWith(root.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    private static Path path(String where, String given) {
        try {
            if (!given.isBlank()) {
                return Path.of(given);
            }
        } catch (InvalidPathException e) {
            // told below
        }
        throw refused(where, "It is no path.");
    }

    private static InvalidInputException refused(String where, String reason) {
        return new InvalidInputException("The request", List.of(new Fault(where, reason)));
    }
}

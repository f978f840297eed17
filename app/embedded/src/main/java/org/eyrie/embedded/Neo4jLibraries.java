package org.eyrie.embedded;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eyrie.model.StoreUnavailableException;
import org.jspecify.annotations.Nullable;

/** The jars of the Neo4j server, which are never on our own class path. */
final class Neo4jLibraries {

    /** Overrules the places below; the assembled program sets it. */
    static final String PROPERTY = "eyrie.neo4j.lib";

    /**
     * Seen from the folder that holds this module's jar or classes: beside the jar of an assembled program, one up
     * from its lib folder, and in this project's own build.
     */
    private static final List<String> PLACES =
            List.of("neo4j-lib", "../neo4j-lib", "../neo4j/target/lib", "../../neo4j/target/lib");

    private Neo4jLibraries() {}

    /**
     * Every jar, sorted: class-data sharing asks for the same order each time, and a folder has none.
     *
     * @throws StoreUnavailableException if they are not there, as in an image made without them
     */
    static List<Path> find() {
        String told = System.getProperty(PROPERTY, "");
        Path folder = told.isEmpty() ? search(ownLocation()) : Path.of(told);
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .map(Path::toAbsolutePath)
                    .map(Path::normalize)
                    .sorted()
                    .toList();
            if (jars.isEmpty()) {
                throw missing(folder, null);
            }
            return jars;
        } catch (IOException e) {
            throw missing(folder, e);
        }
    }

    /** The jar or folder of classes that this class came from: the leash is run from there too. */
    static Path ownLocation() {
        try {
            return Path.of(Neo4jLibraries.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("A class path entry is no proper address", e);
        }
    }

    static Path search(Path own) {
        Path around = own.resolveSibling("");
        return PLACES.stream()
                .map(place -> around.resolve(place).normalize())
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(around.resolve(PLACES.get(0)));
    }

    private static StoreUnavailableException missing(Path folder, @Nullable IOException cause) {
        return new StoreUnavailableException(
                "This copy of Eyrie comes without the embedded Neo4j (no jars in " + folder
                        + "). Set NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD to use a server of your own.",
                cause);
    }
}

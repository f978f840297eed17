package org.eyrie.sources.evaluations;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.text.Input;
import org.eyrie.sources.text.StrictReader;
import org.eyrie.sources.tree.StrictJson;

/** Files that a person names, and those of a tool in the folders that they name. */
public final class FoundFiles {

    private static final int MAX_DEPTH = 12;
    private static final int MAX_FILES = 100_000;
    private static final int START = 4_000;
    private static final int MAX_JSON = 512_000_000;

    private FoundFiles() {}

    /**
     * The files named, and those in the folders named that are wanted, in the order of their names.
     *
     * @param what is looked for, for the message where there is none
     * @throws UnreadableException if there is no such file, or more than 100,000
     */
    public static List<Path> under(List<Path> paths, Predicate<Path> wanted, String what) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new NoSuchFileException(path.toString());
            }
            if (Files.isRegularFile(path)) {
                files.add(path);
                continue;
            }
            try (Stream<Path> found = Files.walk(path, MAX_DEPTH)) {
                found.filter(Files::isRegularFile).filter(wanted).sorted().forEach(files::add);
            }
        }
        if (files.isEmpty() || files.size() > MAX_FILES) {
            throw new UnreadableException(
                    Place.of(String.valueOf(paths)),
                    files.isEmpty() ? "There are no " + what + " here" : "There are more than " + MAX_FILES + " files");
        }
        return files;
    }

    /** The first characters of a file; empty where it cannot be read. */
    public static String start(Path file) {
        try (InputStream bytes = Input.of(file).open().stream()) {
            return new String(bytes.readNBytes(START), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /**
     * The object that is a whole file, gzip undone, in which NaN may stand.
     *
     * @throws UnreadableException if it is none
     */
    public static Map<String, Object> json(Path file) throws IOException {
        try (Input.Counted bytes = Input.of(file).open();
                StrictReader reader = new StrictReader(file.toString(), bytes.stream(), MAX_JSON)) {
            return StrictJson.file(Place.of(file.toString()), reader);
        }
    }
}

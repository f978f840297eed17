package org.eyrie.server.searching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.server.json.Json;
import org.eyrie.server.out.WholeFile;
import org.jspecify.annotations.Nullable;

/** Remembers, in a folder beside the data folder, where the weights and items of searches lie: the graph has no paths. */
public final class SourceFiles {

    private static final String SERVED = ".served";

    private final Path folder;

    /** @param dataFolder that of the embedded database */
    public SourceFiles(Path dataFolder) {
        Path data = dataFolder.toAbsolutePath();
        this.folder = data.resolveSibling(data.getFileName() + "-searches");
    }

    /** Remembers them; what was known of that name before is replaced. */
    public void write(DevelopmentId id, SearchSources sources) {
        Written written = new Written(
                sources.base().toString(),
                sources.parents().stream().map(Path::toString).toList(),
                sources.items().toString(),
                sources.evaluator(),
                sources.proposer());
        try {
            Files.createDirectories(folder);
            WholeFile.write(file(id), writer -> writer.write(Json.pretty(written)));
        } catch (IOException e) {
            throw new InvalidInputException(
                    "The search", List.of(new Fault(folder.toString(), "It cannot be written: " + e.getMessage())));
        }
    }

    /**
     * Where they lie.
     *
     * @throws InvalidInputException if nobody began the search on this machine
     */
    public SearchSources read(DevelopmentId id) {
        return find(id).orElseThrow(() -> new InvalidInputException(
                "search " + id,
                List.of(new Fault(
                        "weights and items",
                        "it was not begun with this data folder, so where they lie is not known here; say it"
                                + " again with: eyrie develop start " + id
                                + " --base ... --parent ... --items ..."))));
    }

    /** Where they lie; empty if nobody began the search on this machine. */
    public Optional<SearchSources> find(DevelopmentId id) {
        Path file = file(id);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Written written = Json.read(Files.readAllBytes(file), Written.class);
            return Optional.of(new SearchSources(
                    Path.of(written.base()),
                    written.parents().stream().map(Path::of).toList(),
                    Path.of(written.items()),
                    written.evaluator(),
                    written.proposer()));
        } catch (IOException | UncheckedIOException e) {
            throw new InvalidInputException(
                    "The search", List.of(new Fault(file.toString(), "It cannot be read: " + e.getMessage())));
        }
    }

    /** Remembers that a service runs a search, so that the next service goes on with it; or that none does any more. */
    void serve(DevelopmentId id, boolean served) {
        Path marker = folder.resolve(id + SERVED);
        try {
            if (served) {
                Files.createDirectories(folder);
                Files.write(marker, new byte[0]);
            } else {
                Files.deleteIfExists(marker);
            }
        } catch (IOException e) {
            throw new InvalidInputException(
                    "The search", List.of(new Fault(marker.toString(), "It cannot be written: " + e.getMessage())));
        }
    }

    /** Searches that a service ran when it ended, in order. */
    List<DevelopmentId> served() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> name.endsWith(SERVED))
                    .sorted()
                    .map(name -> new DevelopmentId(name.substring(0, name.length() - SERVED.length())))
                    .toList();
        } catch (IOException e) {
            throw new InvalidInputException(
                    "The search", List.of(new Fault(folder.toString(), "It cannot be read: " + e.getMessage())));
        }
    }

    /** Where merges of a search lie while a command evaluates them. */
    Path work(DevelopmentId id) {
        return folder.resolve(id + ".work");
    }

    /** The file that whoever runs a search on this machine holds a lock on. */
    Path lock(DevelopmentId id) {
        return folder.resolve(id + ".lock");
    }

    private Path file(DevelopmentId id) {
        return folder.resolve(id + ".json");
    }

    /** As the file has it. */
    record Written(
            String base,
            List<String> parents,
            String items,
            @Nullable OutsideEvaluator evaluator,
            @Nullable OutsideProposer proposer) {}
}

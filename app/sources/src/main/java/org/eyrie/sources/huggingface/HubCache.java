package org.eyrie.sources.huggingface;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps small files by revision: what a revision holds never changes, not even that it lacks a file. */
final class HubCache {

    private static final String ABSENT = ".absent";

    private final @Nullable Path folder;

    /** @param folder where files are kept, null to keep none */
    HubCache(@Nullable Path folder) {
        this.folder = folder;
    }

    /** The text of a file at the model's revision, asked for where it is not kept; empty where there is none. */
    Optional<String> text(HubModel model, String file, Supplier<Optional<String>> ask) {
        if (folder == null || model.sha() == null || !model.sha().matches("[0-9a-f]{7,64}")) {
            return ask.get();
        }
        Path place = folder.resolve(model.id().value().replace("/", "--")).resolve(model.sha());
        Path kept = place.resolve(file);
        Path absent = place.resolve(file + ABSENT);
        try {
            if (Files.exists(kept)) {
                return Optional.of(Files.readString(kept));
            }
            if (Files.exists(absent)) {
                return Optional.empty();
            }
            Optional<String> text = ask.get();
            Files.createDirectories(place);
            // Written aside and moved: a process that ends in the middle leaves no half file.
            Path aside = Files.createTempFile(place, "part", null);
            Files.writeString(aside, text.orElse(""));
            Files.move(aside, text.isPresent() ? kept : absent, StandardCopyOption.REPLACE_EXISTING);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException("The cache " + folder + " cannot be used", e);
        }
    }
}

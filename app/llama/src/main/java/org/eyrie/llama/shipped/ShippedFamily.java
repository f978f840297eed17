package org.eyrie.llama.shipped;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A seed and what was tuned from it, with items: small enough to lie in the program's own jar. */
public enum ShippedFamily {
    /** Invented facts, known by heart. */
    ALMANAC,
    /** Ciphers that go on to unseen words. */
    CIPHERS;

    /** Folders of models, the seed first. */
    public static final List<String> MODELS = List.of("seed", "specialist1", "specialist2", "specialist3");

    private static final String ITEMS = "items.jsonl";
    private static final List<String> FILES =
            List.of("config.json", "tokenizer.json", "tokenizer_config.json", "model.safetensors");

    /** Its folder's name, such as {@code almanac}. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The family of a model such as {@code almanac/seed}, if that is one of these. */
    public static Optional<ShippedFamily> of(String model) {
        return Arrays.stream(values())
                .filter(family -> MODELS.stream().anyMatch(name -> model.equals(family.folder() + "/" + name)))
                .findFirst();
    }

    /**
     * Lays it out as files, in a folder of its name; what is there already and the same is left alone.
     *
     * @param parent the folder that it becomes a part of
     * @return the family's folder
     */
    public Path unpack(Path parent) throws IOException {
        Path folder = parent.resolve(folder());
        copy(ITEMS, folder.resolve(ITEMS));
        for (String model : MODELS) {
            for (String file : FILES) {
                copy(model + "/" + file, folder.resolve(model).resolve(file));
            }
        }
        return folder;
    }

    /** Where {@link #unpack} puts the items. */
    public static Path items(Path folder) {
        return folder.resolve(ITEMS);
    }

    private void copy(String name, Path file) throws IOException {
        byte[] content = content(name);
        if (Files.isRegularFile(file) && Arrays.equals(content, Files.readAllBytes(file))) {
            return;
        }
        Path parent = file.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Path draft = Files.createTempFile(parent, file.getFileName().toString(), ".part");
        try {
            Files.write(draft, content);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private byte[] content(String name) throws IOException {
        String path = folder() + "/" + name;
        try (InputStream in = ShippedFamily.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new FileNotFoundException("The jar lacks " + path);
            }
            return in.readAllBytes();
        }
    }
}

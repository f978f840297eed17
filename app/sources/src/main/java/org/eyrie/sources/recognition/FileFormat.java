package org.eyrie.sources.recognition;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eyrie.model.ModelId;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.text.Input;
import org.jspecify.annotations.Nullable;

/**
 * A kind of file that can be imported.
 *
 * @param command how {@code eyrie import} calls its source
 * @param title what it is called in a sentence
 * @param fits whether a file is of the kind
 * @param needsModel whether the file does not say whose it is
 * @param sources what reads all files of the kind
 */
record FileFormat(
        String command,
        String title,
        Predicate<Peek> fits,
        boolean needsModel,
        Function<List<Found>, List<Source>> sources) {

    /**
     * A file of the kind.
     *
     * @param model whose it is, or null where it says so itself
     */
    record Found(Path file, Peek peek, @Nullable ModelId model) {}

    /** A kind of which each file is read by itself, and says of which model it is. */
    static FileFormat each(
            String command, String title, Predicate<Peek> fits, BiFunction<Input, Found, Source> source) {
        return new FileFormat(command, title, fits, false, files -> readEach(files, source));
    }

    /** A kind of which each file is read by itself, and does not say of which model it is. */
    static FileFormat ofModel(
            String command, String title, Predicate<Peek> fits, BiFunction<Input, ModelId, Source> source) {
        return new FileFormat(
                command,
                title,
                fits,
                true,
                files -> readEach(files, (input, found) -> {
                    ModelId model = found.model();
                    if (model == null) {
                        throw new IllegalArgumentException("Nobody says whose " + title + " this is: " + found.file());
                    }
                    return source.apply(input, model);
                }));
    }

    /** A kind of which all files are read together, and each says of which model it is. */
    static FileFormat together(
            String command,
            String title,
            Predicate<Peek> fits,
            BiFunction<List<Path>, @Nullable ModelId, Source> source) {
        return new FileFormat(
                command,
                title,
                fits,
                false,
                files -> List.of(source.apply(
                        files.stream().map(Found::file).toList(), files.get(0).model())));
    }

    private static List<Source> readEach(List<Found> files, BiFunction<Input, Found, Source> source) {
        return files.stream()
                .map(found -> source.apply(Input.of(found.file()), found))
                .toList();
    }
}

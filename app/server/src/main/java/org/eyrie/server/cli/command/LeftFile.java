package org.eyrie.server.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.server.out.WholeFile;
import org.jspecify.annotations.Nullable;

/** A file that a command leaves beside what it prints, as an option names it. */
public final class LeftFile {

    private LeftFile() {}

    /**
     * Looks whether a file can be written, before anything is worked out for minutes.
     *
     * @param file null where none is wanted
     * @throws WrongUseException if not
     */
    public static void check(String option, @Nullable Path file) {
        if (file == null) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new WrongUseException(option + " " + file + " is a folder. Name a file in it.");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new WrongUseException(option + " " + file + ": there is no folder " + folder + ". Make it first.");
        }
    }

    /**
     * Sees to it that two options name two files.
     *
     * @throws WrongUseException if not
     */
    public static void checkApart(String option, @Nullable Path file, String other, @Nullable Path second) {
        if (file != null && file.equals(second)) {
            throw new WrongUseException(option + " and " + other + " are one file: " + file + ". Name two.");
        }
    }

    /**
     * Writes it, whole or not at all.
     *
     * @throws InvalidInputException if it cannot be written
     */
    public static void write(String option, Path file, Consumer<PrintWriter> content) {
        try {
            WholeFile.write(file, target -> {
                PrintWriter writer = new PrintWriter(target);
                content.accept(writer);
                if (writer.checkError()) {
                    throw new IOException("the disk may be full");
                }
            });
        } catch (IOException e) {
            throw new InvalidInputException(
                    option + " " + file, List.of(new Fault("the file", "It cannot be written: " + e.getMessage())));
        }
    }
}

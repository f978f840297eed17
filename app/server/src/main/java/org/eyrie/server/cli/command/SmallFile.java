package org.eyrie.server.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;

/** A file that a person names on the command line and that fits into memory. */
public final class SmallFile {

    /** Ids of a hundred thousand models take less. */
    private static final int MAX_BYTES = 64 << 20;

    private SmallFile() {}

    /**
     * Its text, UTF-8, without a byte order mark.
     *
     * @throws InvalidInputException if it is not there, too large, or not UTF-8
     */
    public static String text(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw tooLarge(file);
            }
            return text(file, Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw refused(file, "There is no such file.");
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * The same, where {@code -} is what somebody types or another program writes.
     *
     * @param typed standard input
     * @throws InvalidInputException as {@link #text(Path)}
     */
    public static String text(Path file, InputStream typed) {
        if (!isTyped(file)) {
            return text(file);
        }
        try {
            return text(file, typed.readNBytes(MAX_BYTES + 1));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Whether it stands for standard input. */
    public static boolean isTyped(Path file) {
        return file.toString().equals("-");
    }

    private static String text(Path file, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw tooLarge(file);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw refused(file, "It is not UTF-8. Save it in that encoding.");
        }
    }

    private static InvalidInputException tooLarge(Path file) {
        return refused(file, "It is larger than " + (MAX_BYTES >> 20) + " MB.");
    }

    private static InvalidInputException unreadable(Path file, IOException why) {
        return refused(file, "It cannot be read: " + why.getMessage());
    }

    /** What people call it. */
    public static String name(Path file) {
        return isTyped(file) ? "standard input" : file.toString();
    }

    /** The file as a whole is at fault. */
    public static InvalidInputException refused(Path file, String reason) {
        return new InvalidInputException(name(file), List.of(new Fault("the file", reason)));
    }
}

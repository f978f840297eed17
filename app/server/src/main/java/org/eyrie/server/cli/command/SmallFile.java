package org.eyrie.server.cli.command;

import java.io.IOException;
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
    private static final long MAX_BYTES = 64L << 20;

    private SmallFile() {}

    /**
     * Its text, UTF-8, without a byte order mark.
     *
     * @throws InvalidInputException if it is not there, too large, or not UTF-8
     */
    public static String text(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw refused(file, "It is larger than " + (MAX_BYTES >> 20) + " MB.");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw refused(file, "There is no such file.");
        } catch (CharacterCodingException e) {
            throw refused(file, "It is not UTF-8. Save it in that encoding.");
        } catch (IOException e) {
            throw refused(file, "It cannot be read: " + e.getMessage());
        }
    }

    /** The file as a whole is at fault. */
    public static InvalidInputException refused(Path file, String reason) {
        return new InvalidInputException(file.toString(), List.of(new Fault("the file", reason)));
    }
}

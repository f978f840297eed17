package org.eyrie.sources.text;

import java.io.IOException;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;

/** Small files at once. */
public final class Whole {

    private Whole() {}

    /**
     * The text of an input.
     *
     * @throws UnreadableException if there are more than {@code max} characters, or it is no UTF-8
     */
    public static String text(Input input, int max) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[1 << 13];
        try (Input.Counted bytes = input.open();
                StrictReader reader = new StrictReader(input.name(), bytes.stream(), max)) {
            int read = reader.read(buffer, 0, buffer.length);
            while (read >= 0) {
                text.append(buffer, 0, read);
                if (text.length() > max) {
                    throw new UnreadableException(
                            Place.of(input.name()), "It is longer than " + max + " characters: this is no such file");
                }
                read = reader.read(buffer, 0, buffer.length);
            }
        }
        return text.toString();
    }
}

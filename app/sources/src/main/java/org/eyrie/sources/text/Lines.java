package org.eyrie.sources.text;

import java.io.BufferedReader;
import java.io.IOException;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;

/** Text line by line. */
public final class Lines {

    private static final int LINES_BETWEEN_REPORTS = 256;

    /** Lines may be long: those of a few seconds are told of too. */
    private static final long BYTES_BETWEEN_REPORTS = 1 << 20;

    /** Takes a line that is not blank. */
    @FunctionalInterface
    public interface Taker {
        void take(Place place, String line) throws IOException;
    }

    private Lines() {}

    /**
     * Hands over each line that is not blank.
     *
     * @param base bytes read before this input, of {@code total}
     * @param maxLine the longest line that is accepted, in characters
     * @return how many bytes were read of this input
     */
    public static long forEach(Input input, FactSink sink, long base, long total, int maxLine, Taker taker)
            throws IOException {
        try (Input.Counted bytes = input.open();
                BufferedReader reader =
                        new BufferedReader(new StrictReader(input.name(), bytes.stream(), maxLine), 1 << 16)) {
            long number = 0;
            long told = 0;
            String line = reader.readLine();
            while (line != null) {
                number++;
                if (!line.isBlank()) {
                    taker.take(new Place(input.name(), number), line);
                }
                if (number % LINES_BETWEEN_REPORTS == 0 || bytes.taken() - told > BYTES_BETWEEN_REPORTS) {
                    told = bytes.taken();
                    sink.reached(base + told, total);
                }
                line = reader.readLine();
            }
            sink.reached(base + bytes.taken(), total);
            return bytes.taken();
        }
    }
}

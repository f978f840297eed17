package org.eyrie.server.fit;

import java.nio.ByteBuffer;
import org.eyrie.model.Fit;
import org.eyrie.model.Payload;
import org.eyrie.server.evidence.Baselines;
import org.eyrie.server.evidence.Breadth;
import org.eyrie.server.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What the store keeps of a fit besides its figures: the names it was numbered with, plain averages, which benchmarks
 * were measured together, and what the engine learned.
 *
 * @param learned {@link org.eyrie.lrmf.posterior.SharedPart} as bytes
 */
public record FitContents(
        Dictionary dictionary,
        Baselines baselines,
        Breadth breadth,
        Payload learned,
        @Nullable ItemContents items) {

    /** Counts up whenever the header gets another shape. */
    private static final int FORMAT = 3;

    /** Packed: the length of the JSON header in four bytes, the header, what was learned, what was learned of items. */
    public Payload pack() {
        byte[] field = learned.bytes();
        byte[] rest = items == null ? new byte[0] : items.learned().bytes();
        ItemNames names = items == null ? null : items.names();
        byte[] header = Json.bytes(new Header(FORMAT, dictionary, baselines, breadth, field.length, names));
        ByteBuffer packed = ByteBuffer.allocate(Integer.BYTES + header.length + field.length + rest.length);
        return Payload.of(
                packed.putInt(header.length).put(header).put(field).put(rest).array());
    }

    /**
     * Unpacks.
     *
     * @throws IllegalArgumentException if another version of the program packed it
     */
    public static FitContents of(Fit fit) {
        ByteBuffer packed = ByteBuffer.wrap(fit.shared().bytes());
        byte[] header = new byte[packed.getInt()];
        packed.get(header);
        int format = Json.read(header, Mark.class).format(); // first: the rest may have had another shape
        if (format != FORMAT) {
            throw new IllegalArgumentException(
                    "It has format " + format + ", where this program reads " + FORMAT + ".");
        }
        Header names = Json.read(header, Header.class);
        byte[] field = new byte[names.fieldBytes()];
        packed.get(field);
        byte[] rest = new byte[packed.remaining()];
        packed.get(rest);
        return new FitContents(
                names.dictionary(),
                names.baselines(),
                names.breadth(),
                Payload.of(field),
                names.items() == null ? null : new ItemContents(names.items(), Payload.of(rest)));
    }

    private record Mark(int format) {}

    private record Header(
            int format,
            Dictionary dictionary,
            Baselines baselines,
            Breadth breadth,
            int fieldBytes,
            @Nullable ItemNames items) {}
}

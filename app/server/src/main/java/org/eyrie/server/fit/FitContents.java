package org.eyrie.server.fit;

import java.nio.ByteBuffer;
import org.eyrie.model.Fit;
import org.eyrie.model.Payload;
import org.eyrie.server.evidence.Baselines;
import org.eyrie.server.evidence.Breadth;
import org.eyrie.server.json.Json;

/**
 * What the store keeps of a fit besides its figures: the names it was numbered with, plain averages, which benchmarks
 * were measured together, and what the engine learned.
 *
 * @param learned {@link org.eyrie.lrmf.fit.SharedPart} as bytes
 */
public record FitContents(Dictionary dictionary, Baselines baselines, Breadth breadth, Payload learned) {

    /** Counts up whenever the header gets another shape. */
    private static final int FORMAT = 1;

    /** Packed: the length of the JSON header in four bytes, the header, what was learned. */
    public Payload pack() {
        byte[] header = Json.bytes(new Header(FORMAT, dictionary, baselines, breadth));
        byte[] rest = learned.bytes();
        ByteBuffer packed = ByteBuffer.allocate(Integer.BYTES + header.length + rest.length);
        return Payload.of(packed.putInt(header.length).put(header).put(rest).array());
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
        byte[] rest = new byte[packed.remaining()];
        packed.get(rest);
        Header names = Json.read(header, Header.class);
        if (names.format() != FORMAT) {
            throw new IllegalArgumentException(
                    "It has format " + names.format() + ", where this program reads " + FORMAT + ".");
        }
        return new FitContents(names.dictionary(), names.baselines(), names.breadth(), Payload.of(rest));
    }

    private record Header(int format, Dictionary dictionary, Baselines baselines, Breadth breadth) {}
}

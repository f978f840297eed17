package org.eyrie.server.fit;

import java.nio.ByteBuffer;
import org.eyrie.model.Fit;
import org.eyrie.model.Payload;
import org.eyrie.server.json.Json;

/**
 * What the store keeps of a fit besides its figures: the names it was numbered with, plain averages, and what the
 * engine learned.
 *
 * @param learned {@link org.eyrie.lrmf.fit.SharedPart} as bytes
 */
public record FitContents(Dictionary dictionary, Baselines baselines, Payload learned) {

    /** Packed: the length of the JSON header in four bytes, the header, what was learned. */
    public Payload pack() {
        byte[] header = Json.bytes(new Header(dictionary, baselines));
        byte[] rest = learned.bytes();
        ByteBuffer packed = ByteBuffer.allocate(Integer.BYTES + header.length + rest.length);
        return Payload.of(packed.putInt(header.length).put(header).put(rest).array());
    }

    public static FitContents of(Fit fit) {
        ByteBuffer packed = ByteBuffer.wrap(fit.shared().bytes());
        byte[] header = new byte[packed.getInt()];
        packed.get(header);
        byte[] rest = new byte[packed.remaining()];
        packed.get(rest);
        Header names = Json.read(header, Header.class);
        return new FitContents(names.dictionary(), names.baselines(), Payload.of(rest));
    }

    private record Header(Dictionary dictionary, Baselines baselines) {}
}

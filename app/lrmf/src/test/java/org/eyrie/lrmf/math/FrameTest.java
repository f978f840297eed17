package org.eyrie.lrmf.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.eyrie.lrmf.math.UnreadableBytesException.Reason;
import org.junit.jupiter.api.Test;

class FrameTest {

    private static final Frame FRAME = new Frame(0x4E455354, 7, "a nest");

    private static byte[] nest(Frame frame) {
        return frame.write(out -> {
            out.writeUTF("four eggs");
            out.writeDouble(0.1 + 0.2);
        });
    }

    private static String read(byte[] bytes) {
        return FRAME.read(bytes, FrameTest::body);
    }

    private static String body(DataInputStream in) throws IOException {
        return in.readUTF() + " " + in.readDouble();
    }

    private static UnreadableBytesException refusal(byte[] bytes) {
        return catchThrowableOfType(UnreadableBytesException.class, () -> read(bytes));
    }

    @Test
    void whatIsWrittenIsRead() {
        assertThat(read(nest(FRAME))).isEqualTo("four eggs 0.30000000000000004");
        assertThat(nest(FRAME)).startsWith("NEST".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void whereverItIsCutItIsDamaged() {
        byte[] whole = nest(FRAME);
        for (int length = 0; length < whole.length; length++) {
            assertThat(refusal(Arrays.copyOf(whole, length)))
                    .hasMessageContaining("damaged or cut off")
                    .extracting(UnreadableBytesException::reason)
                    .isEqualTo(Reason.DAMAGED);
        }
    }

    @Test
    void whicheverBitIsFlippedItIsDamagedOrInItsMarkForeign() {
        byte[] whole = nest(FRAME);
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(refusal(flipped))
                    .hasMessageContaining("damaged")
                    .extracting(UnreadableBytesException::reason)
                    .isEqualTo(bit < 32 ? Reason.FOREIGN : Reason.DAMAGED);
        }
    }

    @Test
    void aLaterVersionAsksForANewerProgram() {
        assertThat(refusal(nest(new Frame(0x4E455354, 12, "a nest"))))
                .hasMessage("This nest is of version 12, this program reads version 7:"
                        + " it takes the newer program that made it, or fit again with this one.")
                .extracting(UnreadableBytesException::reason)
                .isEqualTo(Reason.TOO_NEW);
    }

    @Test
    void anEarlierVersionIsToBeMadeAgain() {
        assertThat(refusal(nest(new Frame(0x4E455354, 6, "a nest"))))
                .hasMessage("This nest is of version 6, this program reads version 7:"
                        + " fit again, or use the program that made it.")
                .extracting(UnreadableBytesException::reason)
                .isEqualTo(Reason.TOO_OLD);
    }

    @Test
    void anEarlierVersionWhoseSumLeftOutTheHeadIsEarlyNotDamaged() {
        byte[] old = nest(new Frame(0x4E455354, 6, "a nest"));
        CRC32 sum = new CRC32();
        sum.update(old, 8, old.length - 16);
        ByteBuffer.wrap(old).putLong(old.length - 8, sum.getValue());

        assertThat(refusal(old).reason()).isEqualTo(Reason.TOO_OLD);
        old[10] ^= 1;
        assertThat(refusal(old).reason()).isEqualTo(Reason.DAMAGED);
    }

    @Test
    void otherBytesAreForeign() {
        assertThat(refusal(new byte[40]))
                .hasMessageContaining("not a nest")
                .extracting(UnreadableBytesException::reason)
                .isEqualTo(Reason.FOREIGN);
    }

    @Test
    void aBodyThatDoesNotEndWhereItsReaderDoesIsDamaged() {
        assertThatThrownBy(() -> FRAME.read(nest(FRAME), in -> in.readUTF()))
                .hasMessage("This nest is damaged: it is longer than what it holds.");
        assertThatThrownBy(() -> FRAME.read(nest(FRAME), in -> body(in) + in.readInt()))
                .hasMessage("This nest is damaged: it ends too early.");
    }

    @Test
    void whatItsReaderSaysIsHeard() {
        assertThatThrownBy(() -> FRAME.read(nest(FRAME), in -> {
                    throw new IOException("five eggs are too many");
                }))
                .isInstanceOf(UnreadableBytesException.class)
                .hasMessage("This nest is damaged: five eggs are too many.");
    }
}

package org.eyrie.sources.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.eyrie.sources.spi.UnreadableException;
import org.junit.jupiter.api.Test;

class UnpackedStreamTest {

    private static final int BYTES = 4 << 20;
    private static final int FREE = 1 << 20;

    private static UnpackedStream over(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        CountingStream counter = new CountingStream(new ByteArrayInputStream(packed.toByteArray()));
        return new UnpackedStream("bomb.gz", new GZIPInputStream(counter), counter, FREE);
    }

    @Test
    void whatUnpacksToAThousandTimesItsSizeIsRefusedSoonAfterTheFirstBytes() throws IOException {
        try (UnpackedStream bomb = over(new byte[BYTES])) {
            assertThatExceptionOfType(UnreadableException.class)
                    .isThrownBy(() -> bomb.transferTo(OutputStream.nullOutputStream()))
                    .withMessageContaining("unpack it first");
        }
    }

    @Test
    void whatDoesNotIsReadToItsEnd() throws IOException {
        byte[] plain = new byte[BYTES];
        new Random(1).nextBytes(plain);
        try (UnpackedStream stream = over(plain)) {
            assertThat(stream.readAllBytes()).isEqualTo(plain);
        }
    }
}

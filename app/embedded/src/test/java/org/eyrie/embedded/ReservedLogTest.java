package org.eyrie.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReservedLogTest {

    private static final int RESERVED = 3_000_000;
    private static final int LEFT = 65_536;

    @TempDir
    private Path folder = Path.of(".");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 128, 951_423, 951_424, 951_425, 2_999_000, RESERVED})
    void whatWasWrittenStaysAndZerosGoButForSome(int written) throws IOException {
        Path log = folder.resolve("neostore.transaction.db.0");
        Path other = Files.write(folder.resolve("checkpoint.0"), new byte[RESERVED]);
        byte[] entries = new byte[written];
        Arrays.fill(entries, (byte) 7);
        Files.write(log, entries);
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            file.setLength(RESERVED);
        }
        ReservedLog.cut(folder);
        byte[] left = Files.readAllBytes(log);
        assertThat(left).hasSize(Math.min(RESERVED, written + LEFT));
        assertThat(Arrays.copyOf(left, written)).isEqualTo(entries);
        for (int at = written; at < left.length; at++) {
            assertThat(left[at]).isZero();
        }
        assertThat(other).hasSize(RESERVED);
    }
}

package org.eyrie.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeTransactionsTest {

    private static final byte VERSION = 20;
    private static final long NOW = Instant.parse("2026-12-01T07:00:00Z").toEpochMilli();
    private static final byte[] ONE = transaction(2, "note ".repeat(2_000));
    private static final byte[] ANOTHER = transaction(3, "\5\24\5\24\1\24\5");

    private final Path data;
    private final Path file;

    WholeTransactionsTest(@TempDir Path temporary) throws IOException {
        this.data = temporary.resolve("data");
        DataFolder folder = DataFolder.claim(data);
        Files.createDirectories(folder.storeLogs());
        this.file = folder.storeLogs().resolve("neostore.transaction.db.10");
    }

    @Test
    void aLogOfWholeTransactionsIsNotTornNorIsOneWithRoomAtItsEnd() throws IOException {
        write(header(), ONE, ANOTHER);
        assertThat(WholeTransactions.tornAt(file)).isEmpty();
        write(header(), ONE, ANOTHER, new byte[70_000]);
        assertThat(WholeTransactions.tornAt(file)).isEmpty();
        write(header());
        assertThat(WholeTransactions.tornAt(file)).isEmpty();
    }

    @Test
    void itIsTornWhereATransactionBreaksOffHoweverMuchOfItStandsThereAndHoweverOften() throws IOException {
        byte[] whole = together(header(), ONE, ANOTHER);
        for (int length : new int[] {1, 2, 30, 4_096, ONE.length - 1}) {
            byte[] begun = Arrays.copyOf(ONE, length);
            write(whole, begun);
            assertThat(WholeTransactions.tornAt(file)).as("%d bytes", length).hasValue(whole.length);
            write(whole, begun, begun);
            assertThat(WholeTransactions.tornAt(file))
                    .as("%d bytes twice", length)
                    .hasValue(whole.length);
        }
    }

    @Test
    void whatIsDamagedInTheMiddleIsNotCutAndNeitherIsAnotherFormat() throws IOException {
        byte[] damaged = ONE.clone();
        damaged[5_000] ^= 1;
        write(header(), ONE, damaged, ANOTHER);
        assertThat(WholeTransactions.tornAt(file)).isEmpty();
        byte[] other = header();
        other[0] = 8;
        write(other, ONE, Arrays.copyOf(ONE, 100));
        assertThat(WholeTransactions.tornAt(file)).isEmpty();
    }

    @Test
    void theLastLogIsCutAfterItsLastWholeTransactionAndNoOther() throws IOException {
        byte[] whole = together(header(), ANOTHER);
        byte[] torn = together(whole, Arrays.copyOf(ONE, 4_096), Arrays.copyOf(ONE, 4_096));
        write(torn);
        Path earlier = Files.write(file.resolveSibling("neostore.transaction.db.9"), torn);
        Path checkpoints = Files.write(file.resolveSibling("checkpoint.0"), torn);
        TornLogs logs = TornLogs.in(new DataFolder(data));
        assertThat(logs.isEmpty()).isFalse();
        logs.cut();
        assertThat(file).hasBinaryContent(whole);
        assertThat(earlier).hasBinaryContent(torn);
        assertThat(checkpoints).hasBinaryContent(torn);
        assertThat(TornLogs.in(new DataFolder(data)).isEmpty()).isTrue();
    }

    private void write(byte[]... parts) throws IOException {
        Files.write(file, together(parts));
    }

    private static byte[] together(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] header() {
        byte[] header = new byte[128];
        header[0] = 9;
        return header;
    }

    private static byte[] transaction(long number, String content) {
        byte[] between = content.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer bytes = ByteBuffer.allocate(between.length + 32).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(VERSION).put((byte) 1).putLong(NOW).put(between);
        bytes.put(VERSION).put((byte) 5).putLong(number).putLong(NOW);
        CRC32C checksum = new CRC32C();
        checksum.update(bytes.array(), 0, bytes.position());
        return bytes.putInt((int) checksum.getValue()).array();
    }
}

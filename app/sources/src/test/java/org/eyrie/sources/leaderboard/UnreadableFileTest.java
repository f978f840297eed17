package org.eyrie.sources.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.eyrie.sources.Database.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.ModelId;
import org.eyrie.sources.Database;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.text.Input;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are refused whole, even where bad rows may be skipped, and files that only look strange. */
class UnreadableFileTest {

    private final Database database = new Database();

    @Test
    void bytesThatAreNotUtf8AreRefusedWithTheirLine() {
        byte[] latin1 = "model,license\na,mit\nmod\u00e8le,mit\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(fault(file("models.csv", latin1)))
                .isEqualTo(new Fault(
                        "models.csv line 3",
                        "The byte 0xE8 is not UTF-8. Convert the file, for example with: iconv -f LATIN1 -t UTF-8"));
    }

    @Test
    void utf16IsRecognised() {
        assertThat(fault(file("models.csv", "model\na\n".getBytes(StandardCharsets.UTF_16)))
                        .reason())
                .contains("This is UTF-16, not UTF-8");
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        load(file("models.csv", "\uFEFFmodel\na\n"));

        assertThat(database.models()).containsExactly(new ModelId("a"));
    }

    @Test
    void lineEndsOfEverySystemAndQuotedNewlinesAreAccepted() {
        load(file("models.csv", "model,license\r\na,\"two\nlines\"\r\n\r\nb,mit\r\n"));

        assertThat(database.models()).containsExactly(new ModelId("a"), new ModelId("b"));
        assertThat(database.stores
                        .lineage()
                        .find(new ModelId("a"))
                        .orElseThrow()
                        .traits()
                        .license())
                .isEqualTo("two\nlines");
    }

    @Test
    void anEmptyFileSaysWhatIsWanted() {
        assertThat(fault(file("models.csv", "")))
                .isEqualTo(new Fault("models.csv", "The file is empty. Its first line must name the columns model"));
    }

    @Test
    void aMissingColumnIsNamedWithThoseFoundAndThoseWanted() {
        assertThat(fault(file("models.csv", "name,license\na,mit\n")))
                .isEqualTo(new Fault(
                        "models.csv line 1",
                        "The column model is missing. Found: \"name, license\". Wanted: model; optional: architecture,"
                                + " parameters_billions, type, precision, chat_template, moe, uploaded, license,"
                                + " revision, source"));
    }

    @Test
    void aColumnThatStandsTwiceIsRefused() {
        assertThat(fault(file("models.csv", "model,license,model\na,mit,b\n")).reason())
                .isEqualTo("The column \"model\" stands twice");
    }

    @Test
    void aFileThatBreaksOffInQuotesIsRefused() {
        assertThat(fault(file("models.csv", "model,license\na,mit\nb,\"apa")).reason())
                .contains("breaks off");
    }

    @Test
    void gzipIsReadAndRefusedWhereItIsTruncated() throws IOException {
        byte[] zipped = zipped("model\na\nb\n");
        load(file("models.csv.gz", zipped));

        assertThat(database.models()).hasSize(2);
        assertThat(fault(file("models.csv.gz", Arrays.copyOf(zipped, zipped.length - 9)))
                        .reason())
                .contains("truncated or damaged");
        assertThat(fault(file("models.csv.gz", Arrays.copyOf(zipped, 5))).reason())
                .contains("damaged");
    }

    @Test
    void aLineOfAHundredMegabytesIsRefusedBeforeItFillsTheMemory() {
        long[] taken = {0};
        Input endless = new Input(
                "models.csv",
                100_000_000,
                () -> new SequenceInputStream(
                        new ByteArrayInputStream("model\n".getBytes(StandardCharsets.UTF_8)),
                        new Repeated('x', 100_000_000, taken)));

        assertThat(fault(endless))
                .isEqualTo(new Fault(
                        "models.csv line 2",
                        "The line is longer than 2000000 characters: this is not such a file, or its line ends are"
                                + " missing"));
        assertThat(taken[0]).isLessThan(5_000_000);
    }

    @Test
    void aQuoteThatNeverClosesIsRefusedBeforeItFillsTheMemory() {
        long[] taken = {0};
        Input endless = new Input(
                "models.csv",
                100_000_000,
                () -> new SequenceInputStream(
                        new ByteArrayInputStream("model\n\"".getBytes(StandardCharsets.UTF_8)),
                        new Repeated('\n', 100_000_000, taken)));

        assertThat(fault(endless).reason()).contains("The table breaks off or is no CSV");
        assertThat(taken[0]).isLessThan(20_000_000);
    }

    @Test
    void aFileThatIsNotThereAndAFolderAreNamed(@TempDir Path folder) {
        assertThat(fault(Input.of(folder.resolve("no.csv"))))
                .isEqualTo(new Fault(folder.resolve("no.csv").toString(), "There is no such file"));
        assertThat(fault(Input.of(folder)).reason()).isEqualTo("This is a folder, not a file");
    }

    private void load(Input models) {
        database.load(new LeaderboardFiles(models, null, null));
    }

    private Fault fault(Input models) {
        Database empty = new Database();
        var refused = catchThrowableOfType(
                InvalidInputException.class,
                () -> empty.load(
                        new LeaderboardFiles(models, null, null), ImportOptions.DEFAULT.withSkipBadRows(true)));
        assertThat(refused.faults()).hasSize(1);
        assertThat(empty.isEmpty()).isTrue();
        return refused.faults().get(0);
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** One byte again and again; takes down how often it was asked for. */
    private static final class Repeated extends InputStream {

        private final int value;
        private final long[] taken;
        private long left;

        Repeated(int value, long times, long[] taken) {
            this.value = value;
            this.left = times;
            this.taken = taken;
        }

        @Override
        public int read() {
            if (left == 0) {
                return -1;
            }
            left--;
            taken[0]++;
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int count = (int) Math.min(left, length);
            Arrays.fill(buffer, offset, offset + count, (byte) value);
            left -= count;
            taken[0] += count;
            return count == 0 && length > 0 ? -1 : count;
        }
    }
}

package org.eyrie.engine.fit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.eyrie.engine.evidence.FamilySpread;
import org.eyrie.engine.evidence.PlainAverages;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.ModelId;
import org.eyrie.model.Payload;

/** The contents of a fit as bytes: a mark, a format, the body, the CRC-32 of all before it. */
final class FitCodec {

    /** Counts up whenever the body gets another shape. Up to 3 the body was JSON behind its length, without a mark. */
    static final int FORMAT = 4;

    private static final int MARK = 0x45595246; // EYRF
    private static final int FRAME = Integer.BYTES + Integer.BYTES + Long.BYTES;

    private static final Pattern FORMAT_IN_JSON = Pattern.compile("\\{\"format\":(\\d{1,9})\\b");

    private FitCodec() {}

    static byte[] write(FitContents contents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MARK);
            out.writeInt(FORMAT);
            writeBody(contents, new ContentsOutput(out));
            byte[] before = bytes.toByteArray();
            out.writeLong(sum(before, before.length));
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if it is of another format, or damaged
     */
    static FitContents read(byte[] bytes) {
        ByteBuffer all = ByteBuffer.wrap(bytes);
        if (bytes.length < FRAME || all.getInt(0) != MARK) {
            Matcher json = FORMAT_IN_JSON.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
            if (bytes.length > Integer.BYTES && json.find() && json.start() == Integer.BYTES) {
                throw anotherFormat(Integer.parseInt(json.group(1)));
            }
            throw new IllegalArgumentException("It is no fit, or its beginning is damaged.");
        }
        int format = all.getInt(Integer.BYTES);
        if (format != FORMAT) {
            throw anotherFormat(format);
        }
        int length = bytes.length - Long.BYTES;
        if (all.getLong(length) != sum(bytes, length)) {
            throw new IllegalArgumentException("It is damaged or cut off: its checksum is wrong.");
        }
        int start = 2 * Integer.BYTES;
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, start, length - start))) {
            return readBody(new ContentsInput(in));
        } catch (IOException e) {
            throw new IllegalArgumentException("It is damaged: " + e.getMessage() + ".", e);
        }
    }

    private static void writeBody(FitContents contents, ContentsOutput out) throws IOException {
        Dictionary dictionary = contents.dictionary();
        out.list(dictionary.benchmarks(), out::name);
        out.list(dictionary.architectures(), out::text);
        out.list(dictionary.types(), out::text);
        out.list(dictionary.authors(), out::text);
        out.list(dictionary.precisions(), out::text);
        out.list(dictionary.series(), out::text);
        PlainAverages baselines = contents.baselines();
        out.map(baselines.overall(), out::real);
        out.map(baselines.ofKind(), means -> out.map(means, out::real));
        FamilySpread spread = contents.spread();
        out.map(spread.together(), counts -> out.map(counts, out::whole));
        out.map(spread.ofArchitecture(), counts -> out.map(counts, out::whole));
        out.bytes(contents.learned().bytes());
        ItemContents items = contents.items();
        out.whole(items == null ? 0 : 1);
        if (items != null) {
            out.list(items.names().benchmarks(), out::name);
            out.list(items.names().items(), out::whole);
            out.list(items.names().models(), out::whole);
            out.list(items.names().mates(), out::name);
            out.bytes(items.learned().bytes());
        }
    }

    private static FitContents readBody(ContentsInput in) throws IOException {
        return new FitContents(
                new Dictionary(
                        in.list(() -> new BenchmarkId(in.text())),
                        in.list(in::text),
                        in.list(in::text),
                        in.list(in::text),
                        in.list(in::text),
                        in.list(in::text)),
                new PlainAverages(in.map(in::real), in.map(() -> in.map(in::real))),
                new FamilySpread(in.map(() -> in.map(in::whole)), in.map(() -> in.map(in::whole))),
                Payload.of(in.bytes()),
                in.whole() == 0 ? null : readItems(in));
    }

    private static ItemContents readItems(ContentsInput in) throws IOException {
        return new ItemContents(
                new ItemNames(
                        in.list(() -> new BenchmarkId(in.text())),
                        in.list(in::whole),
                        in.list(in::whole),
                        in.list(() -> new ModelId(in.text()))),
                Payload.of(in.bytes()));
    }

    private static IllegalArgumentException anotherFormat(int format) {
        return new IllegalArgumentException("It has format " + format + ", where this program reads " + FORMAT + ".");
    }

    private static long sum(byte[] bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, length);
        return sum.getValue();
    }
}

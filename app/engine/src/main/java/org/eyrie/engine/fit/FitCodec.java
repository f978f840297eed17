package org.eyrie.engine.fit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eyrie.engine.evidence.FamilySpread;
import org.eyrie.engine.evidence.PlainAverages;
import org.eyrie.lrmf.math.Frame;
import org.eyrie.lrmf.math.UnreadableBytesException;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.ModelId;
import org.eyrie.model.Payload;

/** The contents of a fit as bytes. */
final class FitCodec {

    /** Up to version 3 the body was JSON behind its length, without a frame. */
    private static final Frame FRAME = new Frame(0x45595246, 7, "a stored fit"); // EYRF

    private static final Pattern VERSION_IN_JSON = Pattern.compile("\\{\"format\":(\\d{1,9})\\b");

    /** Bytes that the length and the version took together at most. */
    private static final int MOST_BEFORE = 64;

    private FitCodec() {}

    static byte[] write(FitContents contents) {
        return FRAME.write(out -> writeBody(contents, new ContentsOutput(out)));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws UnreadableBytesException if it is of another version, damaged, or no fit
     */
    static FitContents read(byte[] bytes) {
        Matcher json = VERSION_IN_JSON.matcher(new String(bytes, 0, Math.min(bytes.length, MOST_BEFORE), ISO_8859_1));
        if (json.find() && json.start() == Integer.BYTES) {
            throw FRAME.ofVersion(Integer.parseInt(json.group(1)));
        }
        return FRAME.read(bytes, in -> readBody(new ContentsInput(in)));
    }

    private static void writeBody(FitContents contents, ContentsOutput out) throws IOException {
        Dictionary dictionary = contents.dictionary();
        out.list(dictionary.benchmarks(), out::name);
        out.list(dictionary.sources(), each -> {
            out.name(each.benchmark());
            out.text(each.source());
        });
        out.list(dictionary.architectures(), out::text);
        out.list(dictionary.types(), out::text);
        out.list(dictionary.authors(), out::text);
        out.list(dictionary.precisions(), out::text);
        out.list(dictionary.series(), out::text);
        out.list(dictionary.methods(), out::text);
        PlainAverages baselines = contents.baselines();
        out.map(baselines.overall(), scores -> write(scores, out));
        out.map(baselines.ofKind(), kind -> out.map(kind, scores -> write(scores, out)));
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
                        in.list(() -> new SourceColumn(new BenchmarkId(in.text()), in.text())),
                        in.list(in::text),
                        in.list(in::text),
                        in.list(in::text),
                        in.list(in::text),
                        in.list(in::text),
                        in.list(in::text)),
                new PlainAverages(in.map(() -> scores(in)), in.map(() -> in.map(() -> scores(in)))),
                new FamilySpread(in.map(() -> in.map(in::whole)), in.map(() -> in.map(in::whole))),
                Payload.of(in.bytes()),
                in.whole() == 0 ? null : readItems(in));
    }

    private static void write(PlainAverages.Scores scores, ContentsOutput out) throws IOException {
        out.real(scores.sum());
        out.whole(scores.count());
    }

    private static PlainAverages.Scores scores(ContentsInput in) throws IOException {
        return new PlainAverages.Scores(in.real(), in.whole());
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
}

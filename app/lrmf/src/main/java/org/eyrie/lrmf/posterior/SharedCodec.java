package org.eyrie.lrmf.posterior;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.eyrie.lrmf.field.Strengths;
import org.eyrie.lrmf.linalg.BlockCholesky;
import org.eyrie.lrmf.observation.ColumnParameters;
import org.eyrie.lrmf.prior.FixedEffect;
import org.eyrie.lrmf.prior.FixedEffects;
import org.eyrie.lrmf.prior.LearnedPrior;
import org.eyrie.lrmf.prior.NodeKey;
import org.eyrie.lrmf.prior.NodeKind;
import org.eyrie.lrmf.prior.SharedDictionary;
import org.eyrie.lrmf.prior.TermClass;
import org.eyrie.lrmf.prior.TermClasses;
import org.eyrie.lrmf.prior.TermKind;

/**
 * The shared part as bytes: a mark, a version, the body, the body's CRC-32. Numbers are kept whole, so that a family
 * solved on what was read equals one solved on what was written to the last bit.
 */
final class SharedCodec {

    private static final int MARK = 0x4C524D46; // LRMF
    private static final int VERSION = 2;
    private static final int MOST = 10_000_000;

    private SharedCodec() {}

    static byte[] write(SharedPart part) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(body)) {
            writeBody(part, out);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        byte[] bytes = body.toByteArray();
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ByteArrayOutputStream all = new ByteArrayOutputStream(bytes.length + 16);
        try (DataOutputStream out = new DataOutputStream(all)) {
            out.writeInt(MARK);
            out.writeInt(VERSION);
            out.write(bytes);
            out.writeLong(sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return all.toByteArray();
    }

    private static void writeBody(SharedPart part, DataOutputStream out) throws IOException {
        LrmfSettings settings = part.settings;
        out.writeInt(settings.maxRank());
        out.writeDouble(settings.margin());
        out.writeInt(settings.maxSweeps());
        out.writeDouble(settings.tolerance());
        out.writeLong(settings.seed());
        ColumnParameters columns = part.columns;
        out.writeInt(columns.count());
        out.writeInt(columns.d());
        out.writeBoolean(columns.identity());
        for (double[] values : new double[][] {
            columns.loading(), columns.intercept(), columns.noise(), columns.trials(), columns.variance()
        }) {
            writeDoubles(values, out);
        }
        out.writeInt(part.prior.dictionary().classes().size());
        for (int k = 0; k < part.prior.dictionary().classes().size(); k++) {
            TermClass termClass = part.prior.dictionary().classes().list().get(k);
            out.writeInt(termClass.kind().code());
            out.writeInt(termClass.relation());
            out.writeInt(termClass.parents());
            writeDoubles(part.prior.strengths().covariance()[k], out);
            writeDoubles(part.prior.strengths().pull()[k], out);
        }
        out.writeInt(part.prior.dictionary().effects().list().size());
        for (FixedEffect drift : part.prior.dictionary().effects().list()) {
            out.writeInt(drift.kind().code());
            out.writeBoolean(drift.derived());
            out.writeInt(drift.relation());
            out.writeInt(drift.category());
        }
        writeDoubles(part.prior.strengths().drift(), out);
        out.writeInt(part.prior.dictionary().nodes().size());
        for (NodeKey key : part.prior.dictionary().nodes()) {
            out.writeInt(key.kind().code());
            out.writeInt(key.first());
            out.writeInt(key.second());
            out.writeInt(key.third());
            out.writeInt(key.fourth());
        }
        writeDoubles(part.nodes.mean, out);
        part.nodes.factor.write(out);
        writeDoubles(part.calibration.quantiles, out);
        out.writeDouble(part.reach.lastDay());
        out.writeInt(part.reach.exactness().links());
        out.writeInt(part.reach.exactness().cut());
    }

    static SharedPart read(byte[] bytes) {
        if (bytes.length < 16) {
            throw new IllegalArgumentException("These are " + bytes.length + " bytes, too few for a fit");
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != MARK) {
                throw new IllegalArgumentException("These bytes are not a fit");
            }
            int version = in.readInt();
            if (version != VERSION) {
                throw new IllegalArgumentException("This fit is of version " + version + ", this program reads version "
                        + VERSION + ": fit again, or use the program that made it");
            }
            CRC32 sum = new CRC32();
            sum.update(bytes, 8, bytes.length - 16);
            long expected = new DataInputStream(new ByteArrayInputStream(bytes, bytes.length - 8, 8)).readLong();
            if (sum.getValue() != expected) {
                throw new IllegalArgumentException("This fit is damaged or cut off: its checksum is wrong");
            }
            return readBody(in);
        } catch (EOFException e) {
            throw new IllegalArgumentException("This fit is cut off", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("This fit is damaged: " + e.getMessage(), e);
        }
    }

    private static SharedPart readBody(DataInputStream in) throws IOException {
        LrmfSettings settings =
                new LrmfSettings(in.readInt(), in.readDouble(), in.readInt(), in.readDouble(), in.readLong());
        int count = bounded(in.readInt(), MOST);
        int d = bounded(in.readInt(), 64);
        ColumnParameters columns = new ColumnParameters(
                count,
                d,
                in.readBoolean(),
                readDoubles(in, count * d),
                readDoubles(in, count),
                readDoubles(in, count),
                readDoubles(in, count),
                readDoubles(in, count));
        int classCount = bounded(in.readInt(), MOST);
        List<TermClass> classes = new ArrayList<>();
        double[][] covariance = new double[classCount][];
        double[][] pull = new double[classCount][];
        for (int k = 0; k < classCount; k++) {
            TermKind kind = TermKind.ofCode(in.readInt());
            classes.add(new TermClass(kind, in.readInt(), in.readInt()));
            covariance[k] = readDoubles(in, d * d);
            pull[k] = readDoubles(in, 2 * d);
        }
        int driftCount = bounded(in.readInt(), MOST);
        List<FixedEffect> drifts = new ArrayList<>();
        for (int k = 0; k < driftCount; k++) {
            drifts.add(new FixedEffect(
                    FixedEffect.Kind.ofCode(in.readInt()), in.readBoolean(), in.readInt(), in.readInt()));
        }
        double[] drift = readDoubles(in, driftCount * d);
        int nodeCount = bounded(in.readInt(), MOST);
        List<NodeKey> keys = new ArrayList<>();
        for (int k = 0; k < nodeCount; k++) {
            NodeKind kind = NodeKind.ofCode(in.readInt());
            keys.add(new NodeKey(kind, in.readInt(), in.readInt(), in.readInt(), in.readInt()));
        }
        double[] mean = readDoubles(in, nodeCount * d);
        SharedDictionary dictionary = new SharedDictionary(new TermClasses(classes), FixedEffects.closed(drifts), keys);
        SharedNodes nodes = new SharedNodes(dictionary, mean, BlockCholesky.read(in), d);
        int points = EvidenceKind.COUNT * count * Calibration.POINTS;
        Calibration calibration = new Calibration(count, readDoubles(in, points));
        return new SharedPart(
                settings,
                columns,
                new LearnedPrior(dictionary, new Strengths(d, covariance, pull, drift)),
                nodes,
                calibration,
                new FitReach(
                        in.readDouble(),
                        new Exactness(
                                bounded(in.readInt(), Integer.MAX_VALUE), bounded(in.readInt(), Integer.MAX_VALUE))));
    }

    private static void writeDoubles(double[] values, DataOutputStream out) throws IOException {
        out.writeInt(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    private static double[] readDoubles(DataInputStream in, int expected) throws IOException {
        int length = in.readInt();
        if (length != expected) {
            throw new IOException("there should be " + expected + " numbers, not " + length);
        }
        double[] values = new double[length];
        for (int k = 0; k < length; k++) {
            values[k] = in.readDouble();
        }
        return values;
    }

    private static int bounded(int value, int most) throws IOException {
        if (value < 0 || value > most) {
            throw new IOException(value + " is not between 0 and " + most);
        }
        return value;
    }
}

package org.eyrie.lrmf.items;

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
import org.eyrie.lrmf.outcomes.OutcomeShared;
import org.eyrie.lrmf.prior.NodeKey;

/** What an item fit learned as bytes: a mark, a version, the body, the body's CRC-32. */
final class ItemCodec {

    private static final int MARK = 0x4954454D; // ITEM
    private static final int VERSION = 2;
    private static final int MOST = 100_000_000;
    private static final int FRAME = 16;

    private ItemCodec() {}

    static byte[] write(ItemShared shared) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MARK);
            out.writeInt(VERSION);
            writeInts(out, shared.blocks.start());
            writeInts(out, shared.blocks.fieldColumn());
            writeDoubles(out, shared.scale.centre());
            writeDoubles(out, shared.scale.unit());
            writeDoubles(out, shared.scale.doubt());
            writeDoubles(out, shared.inheritance.expected());
            writeDoubles(out, shared.inheritance.skills());
            for (double[] items : shared.inheritance.items()) {
                writeDoubles(out, items);
            }
            writeMates(out, shared.mates);
            writeDoubles(out, shared.calibration.quantile);
            shared.outcomes.write(out);
            out.flush();
            out.writeLong(sum(bytes.toByteArray(), bytes.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    static ItemShared read(byte[] bytes) {
        if (bytes.length < FRAME) {
            throw new IllegalArgumentException("These are " + bytes.length + " bytes, too few for an item fit");
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
                DataInputStream tail =
                        new DataInputStream(new ByteArrayInputStream(bytes, bytes.length - Long.BYTES, Long.BYTES))) {
            if (in.readInt() != MARK) {
                throw new IllegalArgumentException("These bytes are not an item fit");
            }
            int version = in.readInt();
            if (version != VERSION) {
                throw new IllegalArgumentException("This item fit is of version " + version
                        + ", this program reads version " + VERSION + ": fit again, or use the program that made it");
            }
            if (sum(bytes, bytes.length - Long.BYTES) != tail.readLong()) {
                throw new IllegalArgumentException("This item fit is damaged or cut off: its checksum is wrong");
            }
            ItemBlocks blocks = new ItemBlocks(readInts(in), readInts(in));
            AbilityScale scale = new AbilityScale(readDoubles(in), readDoubles(in), readDoubles(in));
            double[] expected = readDoubles(in);
            double[] skills = readDoubles(in);
            double[][] items = new double[blocks.benchmarks()][];
            for (int b = 0; b < items.length; b++) {
                items[b] = readDoubles(in);
            }
            Inheritance inheritance = new Inheritance(expected, skills, items);
            List<KnownRelative> mates = readMates(in, blocks.columns());
            ForecastCalibration calibration = new ForecastCalibration(blocks.benchmarks(), readDoubles(in));
            return new ItemShared(OutcomeShared.read(in), blocks, scale, inheritance, mates, calibration);
        } catch (EOFException e) {
            throw new IllegalArgumentException("This item fit is cut off", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("This item fit is damaged: " + e.getMessage(), e);
        }
    }

    private static void writeMates(DataOutputStream out, List<KnownRelative> mates) throws IOException {
        out.writeInt(mates.size());
        for (KnownRelative mate : mates) {
            out.writeInt(mate.kind().first());
            out.writeInt(mate.kind().second());
            writeDoubles(out, mate.remainder().skills());
            out.write(mate.remainder().surprises());
        }
    }

    private static List<KnownRelative> readMates(DataInputStream in, int columns) throws IOException {
        List<KnownRelative> mates = new ArrayList<>();
        for (int left = length(in); left > 0; left--) {
            NodeKey kind = NodeKey.size(in.readInt(), in.readInt());
            double[] skills = readDoubles(in);
            byte[] surprises = new byte[columns];
            in.readFully(surprises);
            mates.add(new KnownRelative(kind, new ItemResidual(skills, surprises)));
        }
        return mates;
    }

    private static long sum(byte[] bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, length);
        return sum.getValue();
    }

    private static void writeInts(DataOutputStream out, int[] values) throws IOException {
        out.writeInt(values.length);
        for (int value : values) {
            out.writeInt(value);
        }
    }

    private static int[] readInts(DataInputStream in) throws IOException {
        int[] values = new int[length(in)];
        for (int k = 0; k < values.length; k++) {
            values[k] = in.readInt();
        }
        return values;
    }

    private static void writeDoubles(DataOutputStream out, double[] values) throws IOException {
        out.writeInt(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    private static double[] readDoubles(DataInputStream in) throws IOException {
        double[] values = new double[length(in)];
        for (int k = 0; k < values.length; k++) {
            values[k] = in.readDouble();
        }
        return values;
    }

    private static int length(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST) {
            throw new IOException(length + " is no length");
        }
        return length;
    }
}

package org.eyrie.lrmf.items;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eyrie.lrmf.math.DoubleBytes;
import org.eyrie.lrmf.math.Frame;
import org.eyrie.lrmf.outcomes.OutcomeShared;
import org.eyrie.lrmf.prior.NodeKey;

/** What an item fit learned as bytes. */
final class ItemCodec {

    private static final Frame FRAME = new Frame(0x4954454D, 2, "an item fit"); // ITEM
    private static final int MOST = 100_000_000;

    private ItemCodec() {}

    static byte[] write(ItemShared shared) {
        return FRAME.write(out -> writeBody(shared, out));
    }

    private static void writeBody(ItemShared shared, DataOutputStream out) throws IOException {
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
    }

    static ItemShared read(byte[] bytes) {
        return FRAME.read(bytes, ItemCodec::readBody);
    }

    private static ItemShared readBody(DataInputStream in) throws IOException {
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
        DoubleBytes.write(out, values);
    }

    private static double[] readDoubles(DataInputStream in) throws IOException {
        return DoubleBytes.read(in, length(in));
    }

    private static int length(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST) {
            throw new IOException(length + " is no length");
        }
        return length;
    }
}

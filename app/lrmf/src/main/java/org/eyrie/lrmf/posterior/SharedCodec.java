package org.eyrie.lrmf.posterior;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eyrie.lrmf.crowd.CrowdShift;
import org.eyrie.lrmf.field.Strengths;
import org.eyrie.lrmf.linalg.BlockCholesky;
import org.eyrie.lrmf.linalg.BlockMatrix;
import org.eyrie.lrmf.linalg.RoundedFactor;
import org.eyrie.lrmf.math.DoubleBytes;
import org.eyrie.lrmf.math.Frame;
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
import org.eyrie.lrmf.prior.Timeline;

/**
 * The shared part as bytes. Numbers are kept whole, those of the shared nodes' factor as they were rounded when it was made, so that a family solved on what was read equals one solved on what
 * was written to the last bit.
 */
final class SharedCodec {

    private static final Frame FRAME = new Frame(0x4C524D46, 7, "a fit"); // LRMF
    /** More of anything than this are taken for damage rather than read. */
    private static final int MOST = 10_000_000;

    private SharedCodec() {}

    static byte[] write(SharedPart part) {
        return FRAME.write(out -> writeBody(part, out));
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
        for (int i = 0; i < columns.count(); i++) {
            out.writeBoolean(columns.own()[i]);
            out.writeBoolean(columns.leads()[i]);
            out.writeInt(columns.cells()[i]);
            out.writeInt(columns.isTwin(i) ? columns.twin()[i] : -1);
        }
        out.writeBoolean(columns.identity());
        for (double[] values : new double[][] {
            columns.loading(),
            columns.intercept(),
            columns.spread(),
            columns.noise(),
            columns.share(),
            columns.trials(),
            columns.variance()
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
        Timeline timeline = part.prior.dictionary().timeline();
        out.writeLong(timeline.models());
        out.writeDouble(timeline.days());
        out.writeDouble(timeline.last());
        writeDoubles(part.nodes.mean, out);
        RoundedFactor.write(part.nodes.factor, out);
        writeDoubles(part.calibration.quantiles, out);
        part.crowd.write(out);
        out.writeDouble(part.reach.lastDay());
        out.writeInt(part.reach.exactness().links());
        out.writeInt(part.reach.exactness().cut());
    }

    static SharedPart read(byte[] bytes) {
        return FRAME.read(bytes, SharedCodec::readBody);
    }

    private static SharedPart readBody(DataInputStream in) throws IOException {
        LrmfSettings settings =
                new LrmfSettings(in.readInt(), in.readDouble(), in.readInt(), in.readDouble(), in.readLong());
        int count = bounded(in.readInt(), MOST);
        int d = bounded(in.readInt(), BlockMatrix.MOST_ROWS);
        boolean[] own = new boolean[count];
        boolean[] leads = new boolean[count];
        int[] cells = new int[count];
        int[] twin = new int[count];
        for (int i = 0; i < count; i++) {
            own[i] = in.readBoolean();
            leads[i] = in.readBoolean();
            cells[i] = in.readInt();
            twin[i] = bounded(in.readInt() + 1, count) - 1;
        }
        boolean identity = in.readBoolean();
        ColumnParameters columns = new ColumnParameters(
                count,
                d,
                own,
                leads,
                readDoubles(in, count * d),
                readDoubles(in, count),
                readDoubles(in, identity ? 0 : count * (d + 1) * (d + 1)),
                readDoubles(in, count),
                readDoubles(in, count),
                readDoubles(in, count),
                readDoubles(in, count),
                cells,
                Arrays.stream(twin).allMatch(first -> first < 0) ? new int[0] : twin);
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
        Timeline timeline = new Timeline(in.readLong(), in.readDouble(), in.readDouble());
        double[] mean = readDoubles(in, nodeCount * d);
        SharedDictionary dictionary =
                new SharedDictionary(new TermClasses(classes), FixedEffects.closed(drifts), keys, timeline);
        BlockCholesky factor = RoundedFactor.read(in);
        if (factor.nodes() < nodeCount) {
            throw new IOException("a factor of " + factor.nodes() + " nodes does not fit " + nodeCount);
        }
        SharedNodes nodes = new SharedNodes(dictionary, mean, factor, d);
        int points = EvidenceKind.COUNT * count * Calibration.POINTS;
        Calibration calibration = new Calibration(count, readDoubles(in, points));
        return new SharedPart(
                settings,
                columns,
                new LearnedPrior(dictionary, new Strengths(d, covariance, pull, drift)),
                nodes,
                calibration,
                CrowdShift.read(in, count),
                new FitReach(
                        in.readDouble(),
                        new Exactness(
                                bounded(in.readInt(), Integer.MAX_VALUE), bounded(in.readInt(), Integer.MAX_VALUE))));
    }

    private static void writeDoubles(double[] values, DataOutputStream out) throws IOException {
        out.writeInt(values.length);
        DoubleBytes.write(out, values);
    }

    private static double[] readDoubles(DataInputStream in, int expected) throws IOException {
        int length = in.readInt();
        if (length != expected) {
            throw new IOException("there should be " + expected + " numbers, not " + length);
        }
        return DoubleBytes.read(in, length);
    }

    private static int bounded(int value, int most) throws IOException {
        if (value < 0 || value > most) {
            throw new IOException(value + " is not between 0 and " + most);
        }
        return value;
    }
}

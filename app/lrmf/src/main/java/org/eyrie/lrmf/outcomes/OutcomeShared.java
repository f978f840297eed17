package org.eyrie.lrmf.outcomes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import org.eyrie.lrmf.math.DoubleBytes;

/**
 * What all models of a fit of outcomes share: the columns, how strongly relations hold, and what covariates say of
 * skills. With it a model is answered without another fit, see {@link #founder} and {@link SkillPosterior#given}.
 */
public final class OutcomeShared implements Serializable {

    private static final int MOST = 10_000_000;

    private final OutcomeSettings settings;
    private final Factors columns;
    private final double[] strength;
    private final SkillLink link;

    OutcomeShared(OutcomeSettings settings, Factors columns, double[] strength, SkillLink link) {
        this.settings = settings;
        this.columns = columns;
        this.strength = strength;
        this.link = link;
    }

    /** Settings of the fit. */
    public OutcomeSettings settings() {
        return settings;
    }

    /** Log-odds with which a model without anything remarkable answers a column. */
    public double usualLogit(int column) {
        return columns.get(column, settings.rank());
    }

    /** What a model's skills change by per unit of a covariate, q x d, a copy. */
    public double[] linkCoefficients() {
        return link.coefficient.clone();
    }

    /**
     * What is known of the skills of a founder before any outcome of it was seen.
     *
     * @param expected what its covariates lead to expect, d numbers
     */
    public SkillPosterior founder(double[] expected) {
        int d = settings.rank();
        double[] covariance = new double[d * d];
        for (int k = 0; k < d; k++) {
            covariance[k * (d + 1)] = 1 / strength[0];
        }
        return new SkillPosterior(columns, expected.clone(), covariance);
    }

    Factors columns() {
        return columns;
    }

    double[] strength() {
        return strength;
    }

    SkillLink link() {
        return link;
    }

    /** Writes this, for {@link #read}. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(settings.rank());
        out.writeDouble(settings.kinship());
        out.writeDouble(settings.founderRidge());
        out.writeDouble(settings.ridge());
        out.writeDouble(settings.interceptRidge());
        out.writeBoolean(settings.structural());
        out.writeBoolean(settings.spread());
        out.writeInt(settings.sweeps());
        out.writeDouble(settings.tolerance());
        out.writeLong(settings.seed());
        out.writeInt(strength.length);
        DoubleBytes.write(out, strength);
        out.writeInt(link.count);
        DoubleBytes.write(out, link.coefficient);
        columns.write(out);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if that cannot be what stands there
     */
    public static OutcomeShared read(DataInput in) throws IOException {
        OutcomeSettings settings = new OutcomeSettings(
                in.readInt(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readBoolean(),
                in.readBoolean(),
                in.readInt(),
                in.readDouble(),
                in.readLong());
        double[] strength = readDoubles(in, in.readInt());
        int count = in.readInt();
        double[] coefficient = readDoubles(in, count * settings.rank());
        SkillLink link = new SkillLink(count, settings.rank(), coefficient);
        return new OutcomeShared(settings, Factors.read(in, new PaddedRank(settings.rank())), strength, link);
    }

    private static double[] readDoubles(DataInput in, int length) throws IOException {
        if (length < 0 || length > MOST) {
            throw new IOException(length + " is no length");
        }
        return DoubleBytes.read(in, length);
    }
}

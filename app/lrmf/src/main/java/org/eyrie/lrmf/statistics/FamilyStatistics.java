package org.eyrie.lrmf.statistics;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eyrie.lrmf.field.FieldPosterior;
import org.eyrie.lrmf.field.ResidualMoments;
import org.eyrie.lrmf.observation.ColumnParameters;
import org.eyrie.lrmf.observation.ExpectedEvidence;
import org.eyrie.lrmf.observation.ObservedCells;

/**
 * What a family says of everything shared, under given parameters: of strengths and pulls by the moments of its
 * residuals, of loadings, intercepts and noise by those of its cells, of all together by its share of the log-evidence.
 * These are all that the maximisation step asks, their size does not grow with the family, and those of the whole are
 * the sum of the families', in any order and grouping.
 */
public final class FamilyStatistics {

    private final ResidualMoments residuals;
    private final ColumnMoments columns;
    private final double logEvidence;

    private FamilyStatistics(ResidualMoments residuals, ColumnMoments columns, double logEvidence) {
        this.residuals = residuals;
        this.columns = columns;
        this.logEvidence = logEvidence;
    }

    /** Of a family's posterior, whose covariances are computed if they are not there yet. */
    static FamilyStatistics of(FieldPosterior posterior, ObservedCells cells, ColumnParameters columns) {
        return new FamilyStatistics(
                ResidualMoments.of(posterior),
                ColumnMoments.of(posterior, cells, columns),
                posterior.logEvidence() + new ExpectedEvidence(cells, columns).logDensity());
    }

    /**
     * Of both together.
     *
     * @throws IllegalArgumentException if the other's are of other classes, columns or numbers a model
     */
    public FamilyStatistics plus(FamilyStatistics other) {
        return new FamilyStatistics(
                residuals.plus(other.residuals), columns.plus(other.columns), logEvidence + other.logEvidence);
    }

    /** This as bytes, for {@link #fromBytes}. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            residuals.write(out);
            columns.write(out);
            out.writeDouble(logEvidence);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #toBytes} wrote, to the last bit.
     *
     * @throws IllegalArgumentException if that cannot be what stands there
     */
    public static FamilyStatistics fromBytes(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            FamilyStatistics read =
                    new FamilyStatistics(ResidualMoments.read(in), ColumnMoments.read(in), in.readDouble());
            if (in.available() > 0) {
                throw new IOException(in.available() + " bytes are left over");
            }
            return read;
        } catch (IOException e) {
            throw new IllegalArgumentException("These bytes are not statistics of a family: " + e.getMessage(), e);
        }
    }

    ResidualMoments residuals() {
        return residuals;
    }

    ColumnMoments columns() {
        return columns;
    }

    /** Log-evidence of the data under the parameters, as far as it is this family's. */
    public double logEvidence() {
        return logEvidence;
    }
}

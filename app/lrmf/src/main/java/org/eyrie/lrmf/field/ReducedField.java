package org.eyrie.lrmf.field;

import java.util.Arrays;
import java.util.Optional;
import org.eyrie.lrmf.linalg.BlockCholesky;
import org.eyrie.lrmf.linalg.BlockMatrix;
import org.eyrie.lrmf.linalg.ConjugateGradients;
import org.eyrie.lrmf.linalg.SchurComplement;
import org.eyrie.task.Progress;

/**
 * A field whose boundary nobody has solved for yet: its free nodes are eliminated, and what they say about the boundary
 * can be added to what others say. Once the boundary is known, so are the free nodes.
 *
 * <p>In the words of the whole field: this one's terms are some of the whole's, its free nodes occur in no other's, and
 * every vector here counts free nodes first and the boundary behind them, d numbers a node.
 */
public final class ReducedField {

    private final FieldStructure structure;
    private final Strengths strengths;
    private final NodeEvidence evidence;
    private final double[] coefficients;
    private final double[][] precisions;
    private final BlockCholesky factor;
    private final double[] data;
    private final double prior;
    private final FixedEffectProducts effects;

    private ReducedField(FieldStructure structure, Strengths strengths, NodeEvidence evidence, Assembled assembled) {
        this.structure = structure;
        this.strengths = strengths;
        this.evidence = evidence;
        this.coefficients = assembled.coefficients;
        this.precisions = assembled.precisions;
        this.factor = assembled.factor;
        this.data = assembled.data;
        this.prior = assembled.prior;
        this.effects = new FixedEffectProducts(structure.terms, structure.d, coefficients, precisions);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Assembled(
            double[] coefficients, double[][] precisions, BlockCholesky factor, double[] data, double prior) {}

    /**
     * Eliminates the free nodes of a bounded field.
     *
     * @return empty where they are not positive definite
     * @throws IllegalArgumentException if the field was cut: then what it says of its boundary is not exact
     */
    public static Optional<ReducedField> of(
            FieldStructure structure, Strengths strengths, NodeEvidence evidence, Progress progress) {
        structure.checkFits(strengths);
        if (structure.cuts() > 0) {
            throw new IllegalArgumentException("A field of " + structure.nodes() + " nodes with " + structure.cuts()
                    + " cut links says nothing exact of its boundary");
        }
        int d = structure.d;
        double[][] precisions = strengths.precisions();
        double[] coefficients = structure.coefficients(strengths);
        BlockMatrix matrix = new BlockMatrix(structure.symbolic, d);
        double prior = structure.assemble(matrix, precisions, coefficients);
        double[] data = new double[structure.nodes * d];
        for (int node = 0; node < structure.inner; node++) {
            evidence.addTo(node, matrix.diagonal(), matrix.diagonalOffset(node), data, node * d);
        }
        return BlockCholesky.factorAndReduce(matrix, progress)
                .map(factor -> new ReducedField(
                        structure, strengths, evidence, new Assembled(coefficients, precisions, factor, data, prior)));
    }

    /**
     * What the free nodes say about the boundary.
     *
     * @param number per boundary node its number among all shared nodes
     */
    public SchurComplement schurComplement(int[] number) {
        return SchurComplement.of(factor, number);
    }

    /** Right-hand side of the data and of fixed effects: h + Cᵀ Λ E δ. */
    public double[] shift(double[] fixedEffects) {
        double[] shift = data.clone();
        effects.addShift(shift, fixedEffects);
        return shift;
    }

    /** Right-hand side of fixed effects alone, Cᵀ Λ E δ. */
    public double[] shiftOfEffects(double[] fixedEffects) {
        double[] shift = new double[data.length];
        effects.addShift(shift, fixedEffects);
        return shift;
    }

    /** What a right-hand side becomes on the boundary once the free nodes are eliminated; d numbers a boundary node. */
    public double[] reduced(double[] shift) {
        double[] y = shift.clone();
        factor.reduce(y);
        return Arrays.copyOfRange(y, structure.inner * structure.d, y.length);
    }

    /** The solution for a right-hand side, given the boundary's. */
    public double[] solved(double[] shift, double[] boundary) {
        double[] x = shift.clone();
        System.arraycopy(boundary, 0, x, structure.inner * structure.d, boundary.length);
        factor.solve(x);
        return x;
    }

    /** Eᵀ Λ (E δ − C m), as long as δ. */
    public double[] gradient(double[] fixedEffects, double[] mean) {
        return effects.gradient(fixedEffects, mean);
    }

    /** Eᵀ Λ C m of that many numbers: what the nodes' means say of the fixed effects. */
    public double[] pullOf(double[] mean, int size) {
        return effects.pullOf(mean, size);
    }

    /**
     * The posterior, given the boundary's and fixed effects. Its log-evidence is this field's share of the whole's: ½ (Σ
     * log|Λ_f| − log|Q_ff| + h_fᵀ Q_ff⁻¹ h_f − δᵀ Eᵀ Λ E δ); the rest is the shared nodes' own.
     */
    public FieldPosterior posterior(Boundary boundary, double[] fixedEffects) {
        WholeField whole =
                new WholeField(structure, coefficients, precisions, evidence, CutReplicas.none(structure), factor);
        double[] shift = shift(fixedEffects);
        double[] alone = solved(shift, new double[(structure.nodes - structure.inner) * structure.d]);
        double quadratic = ConjugateGradients.dot(shift, alone);
        double logEvidence = 0.5 * (prior - factor.logDeterminant() + quadratic - effects.energy(fixedEffects));
        double[] mean = solved(shift, boundary.mean());
        return new FieldPosterior(whole, mean, logEvidence, boundary, strengths.withDrift(fixedEffects));
    }
}

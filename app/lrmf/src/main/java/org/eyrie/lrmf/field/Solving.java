package org.eyrie.lrmf.field;

import java.util.Optional;
import org.eyrie.lrmf.linalg.BlockCholesky;
import org.eyrie.lrmf.linalg.BlockMatrix;
import org.jspecify.annotations.Nullable;

/** One solve of a field: assembled, factorised, drifts and means found. */
final class Solving {

    private final FieldSystem system;
    private final Strengths strengths;
    private final NodeEvidence evidence;
    private final @Nullable Boundary boundary;
    private final double @Nullable [] driftPrecision;
    private final Runnable check;
    private final double[] coefficients;
    private final double[][] precisions;

    Solving(
            FieldSystem system,
            Strengths strengths,
            NodeEvidence evidence,
            @Nullable Boundary boundary,
            double @Nullable [] driftPrecision,
            Runnable check) {
        this.check = check;
        this.system = system;
        this.strengths = strengths;
        this.evidence = evidence;
        this.boundary = boundary;
        this.driftPrecision = driftPrecision;
        coefficients = system.coefficients(strengths);
        precisions = new double[strengths.classes()][];
        for (int k = 0; k < precisions.length; k++) {
            precisions[k] = Spd.inverse(strengths.covariance()[k], strengths.d());
        }
    }

    Optional<FieldPosterior> with(CutReplicas copies) {
        return with(copies, null, new int[0]);
    }

    /** @param before a factor for evidence that differed at some nodes only, if there is one */
    Optional<FieldPosterior> with(CutReplicas copies, @Nullable BlockCholesky before, int[] changed) {
        int d = system.d;
        BlockMatrix matrix = new BlockMatrix(system.symbolic, d);
        double prior = system.assemble(matrix, precisions, coefficients) + copies.logDensityAtZero();
        double[] shift = new double[system.nodes * d];
        for (int node = 0; node < system.symbolic.free(); node++) {
            if (system.cut.isCopy(node)) {
                int k = node - system.cut.firstCopy();
                copies.addTo(k, matrix.diagonal(), matrix.diagonalOffset(node), shift, node * d);
            } else {
                evidence.addTo(node, matrix.diagonal(), matrix.diagonalOffset(node), shift, node * d);
            }
        }
        Optional<BlockCholesky> factor =
                before == null ? BlockCholesky.factor(matrix, check) : BlockCholesky.refactor(matrix, before, changed);
        return factor.map(found -> posterior(found, shift, prior));
    }

    private FieldPosterior posterior(BlockCholesky factor, double[] shift, double prior) {
        FixedEffectProducts drifts = new FixedEffectProducts(system.terms, system.d, coefficients, precisions);
        Strengths settled = strengths;
        if (driftPrecision != null && system.terms.drifts > 0) {
            double[] mean = shift.clone();
            factor.solve(mean);
            FixedEffectSystem driftSystem = new FixedEffectSystem(system, factor, drifts, precisions, driftPrecision);
            settled = strengths.withDrift(driftSystem.solve(mean, strengths.drift()));
        }
        drifts.addShift(shift, settled.drift());
        double[] x = shift.clone();
        if (boundary != null) {
            System.arraycopy(boundary.mean(), 0, x, system.inner * system.d, boundary.mean().length);
        }
        factor.solve(x);
        double quadratic = 0;
        for (int i = 0; i < x.length; i++) {
            quadratic += shift[i] * x[i];
        }
        double logEvidence = 0.5 * (prior - factor.logDeterminant() + quadratic - drifts.energy(settled.drift()));
        WholeField whole = new WholeField(system, coefficients, precisions, evidence, factor);
        if (system.cuts() > 0) {
            whole.refine(x, settled, check);
        }
        return new FieldPosterior(system, factor, whole, x, coefficients, precisions, logEvidence, boundary, settled);
    }
}

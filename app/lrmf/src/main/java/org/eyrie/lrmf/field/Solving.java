package org.eyrie.lrmf.field;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.eyrie.lrmf.linalg.BlockCholesky;
import org.eyrie.lrmf.linalg.BlockMatrix;
import org.eyrie.lrmf.linalg.ConjugateGradients;
import org.eyrie.lrmf.linalg.SchurComplement;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;

/** One solve of a field: assembled, factorised, drifts and means found. */
final class Solving {

    private final FieldStructure system;
    private final Strengths strengths;
    private final NodeEvidence evidence;
    private final @Nullable Boundary boundary;
    private final double @Nullable [] effectPrecision;
    private final Progress progress;
    private final double[] coefficients;
    private final double[][] precisions;

    Solving(
            FieldStructure system,
            Strengths strengths,
            NodeEvidence evidence,
            @Nullable Boundary boundary,
            double @Nullable [] effectPrecision,
            Progress progress) {
        this.progress = progress;
        this.system = system;
        this.strengths = strengths;
        this.evidence = evidence;
        this.boundary = boundary;
        this.effectPrecision = effectPrecision;
        coefficients = system.coefficients(strengths);
        precisions = strengths.precisions();
    }

    /**
     * Of any field.
     *
     * @param start means to begin with where it was cut, if there are any
     * @param tolerance how exact the means of a field that was cut have to be
     */
    Optional<FieldPosterior> with(CutReplicas copies, double @Nullable [] start, double tolerance) {
        BlockMatrix matrix = new BlockMatrix(system.symbolic, system.d);
        double[] shift = new double[system.nodes * system.d];
        double prior = assemble(matrix, shift, copies);
        return BlockCholesky.factor(matrix, progress)
                .map(found -> posterior(found, shift, prior, copies, new Aim(start, tolerance)));
    }

    /** Means to begin with, and how exact they have to become. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Aim(double @Nullable [] start, double tolerance) {

        static final Aim NONE = new Aim(null, 0);
    }

    /**
     * Of a field that was not cut.
     *
     * @param before a factor for evidence that differed at some nodes only
     */
    Optional<FieldPosterior> with(BlockCholesky before, int[] changed) {
        CutReplicas copies = CutReplicas.none(system);
        BlockMatrix matrix = new BlockMatrix(system.symbolic, system.d);
        double[] shift = new double[system.nodes * system.d];
        double prior = assemble(matrix, shift, copies);
        return BlockCholesky.refactor(matrix, before, changed)
                .map(found -> posterior(found, shift, prior, copies, Aim.NONE));
    }

    /** The factor alone. */
    Optional<BlockCholesky> factor(CutReplicas copies) {
        BlockMatrix matrix = new BlockMatrix(system.symbolic, system.d);
        assemble(matrix, new double[system.nodes * system.d], copies);
        return BlockCholesky.factor(matrix, progress);
    }

    /** Precision and right-hand side of terms, evidence and copies; twice the logarithm of the prior's density at zero. */
    private double assemble(BlockMatrix matrix, double[] shift, CutReplicas copies) {
        int d = system.d;
        double prior = system.assemble(matrix, precisions, coefficients) + copies.logDensityAtZero();
        for (int node = 0; node < system.symbolic.free(); node++) {
            if (system.cut.isCopy(node)) {
                int k = node - system.cut.firstCopy();
                copies.addTo(k, matrix.diagonal(), matrix.diagonalOffset(node), shift, node * d);
            } else {
                evidence.addTo(node, matrix.diagonal(), matrix.diagonalOffset(node), shift, node * d);
            }
        }
        return prior;
    }

    /** The posterior of a field joined by what others say of its nodes; without cuts, boundary or fixed effects. */
    Optional<FieldPosterior> joined(List<SchurComplement> others, BiFunction<BlockCholesky, double[], double[]> shift) {
        CutReplicas none = CutReplicas.none(system);
        BlockMatrix matrix = new BlockMatrix(system.symbolic, system.d);
        double[] own = new double[system.nodes * system.d];
        double prior = assemble(matrix, own, none);
        others.forEach(other -> other.addTo(matrix));
        return BlockCholesky.factor(matrix, progress)
                .map(factor -> posterior(factor, shift.apply(factor, own), prior, none, Aim.NONE));
    }

    private FieldPosterior posterior(BlockCholesky factor, double[] shift, double prior, CutReplicas copies, Aim aim) {
        FixedEffectProducts effects = new FixedEffectProducts(system.terms, system.d, coefficients, precisions);
        Strengths settled = strengths;
        if (effectPrecision != null && system.terms.drifts > 0) {
            double[] mean = shift.clone();
            factor.solve(mean);
            UnaryOperator<double[]> coupling = effect -> {
                double[] x = new double[system.nodes * system.d];
                effects.addShift(x, effect);
                factor.solve(x);
                return effects.gradient(effect, x);
            };
            int size = effectPrecision.length / system.d;
            double[] own = new double[size * size];
            effects.addOwnBlock(own, size);
            FixedEffectSystem best = new FixedEffectSystem(system.d, effectPrecision, own, coupling);
            settled = strengths.withDrift(best.solve(effects.pullOf(mean, size), strengths.drift()));
        }
        effects.addShift(shift, settled.drift());
        double[] x = shift.clone();
        if (boundary != null) {
            System.arraycopy(boundary.mean(), 0, x, system.inner * system.d, boundary.mean().length);
        }
        factor.solve(x);
        double quadratic = ConjugateGradients.dot(shift, x);
        double logEvidence = 0.5 * (prior - factor.logDeterminant() + quadratic - effects.energy(settled.drift()));
        WholeField whole = new WholeField(system, coefficients, precisions, evidence, copies, factor);
        if (system.cuts() > 0) {
            whole.refine(x, aim.start, settled, aim.tolerance, progress);
        }
        return new FieldPosterior(whole, x, logEvidence, boundary, settled);
    }
}

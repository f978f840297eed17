package org.eyrie.lrmf.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eyrie.lrmf.field.Boundary;
import org.eyrie.lrmf.field.FieldPosterior;
import org.eyrie.lrmf.field.FieldSolver;
import org.eyrie.lrmf.field.FieldStructure;
import org.eyrie.lrmf.field.FixedEffectSystem;
import org.eyrie.lrmf.field.PenaltyTerms;
import org.eyrie.lrmf.linalg.BlockCholesky;
import org.eyrie.lrmf.linalg.SchurComplement;
import org.eyrie.lrmf.observation.ObservedCells;
import org.eyrie.lrmf.observation.ScoreScale;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;

/**
 * The expectation step family by family: each says what it has to say about the shared nodes, these are solved for from
 * the sum, and with their posterior each family says the rest. The same numbers as from {@link OneField}, to rounding,
 * and no step needs two families in one place; the fixed effects are solved for by products that are sums over families.
 */
public final class FamilyByFamily implements Expectation<FamilyByFamily.Families> {

    /**
     * Posterior of the shared nodes and of every family.
     *
     * @param shared the shared nodes'
     * @param steps per family its expectation step
     * @param posteriors per family its own
     */
    public record Families(
            SharedParameters parameters,
            FieldPosterior shared,
            List<EStep> steps,
            List<FieldPosterior> posteriors,
            double logEvidence)
            implements Posterior {}

    private final List<FamilyField> families;
    private final PenaltyTerms sharedTerms;
    private final int shared;
    private final double[] effectPrecision;
    private final Progress progress;

    /**
     * Of families that have nothing in common but shared nodes.
     *
     * @param sharedTerms the shared nodes' own
     * @param shared number of shared nodes
     * @param effectPrecision prior precision of each fixed effect, d x d, one after the other
     * @param progress asked now and then; ends the work where it was cancelled
     */
    public FamilyByFamily(
            List<FamilyField> families,
            PenaltyTerms sharedTerms,
            int shared,
            double[] effectPrecision,
            Progress progress) {
        this.families = List.copyOf(families);
        this.sharedTerms = sharedTerms;
        this.shared = shared;
        this.effectPrecision = effectPrecision;
        this.progress = progress;
    }

    @Override
    public Optional<Families> at(SharedParameters parameters, @Nullable Families before) {
        List<EStep> steps = new ArrayList<>();
        for (FamilyField family : families) {
            Optional<EStep> step = EStep.of(family, parameters, progress);
            if (step.isEmpty()) {
                return Optional.empty();
            }
            steps.add(step.get());
        }
        List<SchurComplement> said = steps.stream().map(EStep::schurComplement).toList();
        int d = parameters.strengths().d();
        FieldSolver solver = new FieldSolver(FieldStructure.joined(sharedTerms, shared, d, said), progress);
        double[] effects = parameters.strengths().drift().clone();
        return solver.solveJoined(parameters.strengths(), said, factor -> {
                    double[] best = effects(steps, factor, parameters);
                    System.arraycopy(best, 0, effects, 0, best.length);
                    return summed(
                            steps.stream().map(step -> step.reduced(effects)).toList(), d);
                })
                .map(solved -> families(parameters.withEffects(effects), solved, steps));
    }

    private Families families(SharedParameters parameters, FieldPosterior solved, List<EStep> steps) {
        double[] effects = parameters.strengths().drift();
        double logEvidence = solved.logEvidence();
        List<FieldPosterior> posteriors = new ArrayList<>();
        for (int k = 0; k < steps.size(); k++) {
            FieldPosterior own = steps.get(k).posterior(boundary(families.get(k), solved), effects);
            posteriors.add(own);
            logEvidence += steps.get(k).logEvidence(own);
        }
        return new Families(parameters, solved, steps, posteriors, logEvidence);
    }

    /** Fixed effects at their best, starting from those in the parameters. */
    private double[] effects(List<EStep> steps, BlockCholesky factor, SharedParameters parameters) {
        int d = parameters.strengths().d();
        int size = effectPrecision.length / d;
        if (size == 0) {
            return new double[0];
        }
        double[] own = new double[size * size];
        steps.forEach(step -> step.addOwnBlockOfEffects(own, size));
        double[] none = new double[size];
        double[] without = summed(steps.stream().map(step -> step.reduced(none)).toList(), d);
        factor.solve(without);
        double[] pull = new double[size];
        for (int k = 0; k < steps.size(); k++) {
            add(pull, steps.get(k).pullOnEffects(touched(families.get(k), without, d), size));
        }
        FixedEffectSystem best =
                new FixedEffectSystem(d, effectPrecision, own, effect -> coupling(effect, steps, factor, d));
        return best.solve(pull, parameters.strengths().drift());
    }

    private double[] coupling(double[] effects, List<EStep> steps, BlockCholesky factor, int d) {
        double[] x = summed(
                steps.stream().map(step -> step.reducedOfEffects(effects)).toList(), d);
        factor.solve(x);
        double[] sum = new double[effects.length];
        for (int k = 0; k < steps.size(); k++) {
            add(sum, steps.get(k).couplingOfEffects(effects, touched(families.get(k), x, d)));
        }
        return sum;
    }

    private static void add(double[] to, double[] more) {
        for (int i = 0; i < to.length; i++) {
            to[i] += more[i];
        }
    }

    /** Per family a vector over the shared nodes it touches, summed over families to one over all shared nodes. */
    private double[] summed(List<double[]> parts, int d) {
        double[] sum = new double[shared * d];
        for (int k = 0; k < parts.size(); k++) {
            int[] number = families.get(k).shared();
            for (int b = 0; b < number.length; b++) {
                for (int i = 0; i < d; i++) {
                    sum[number[b] * d + i] += parts.get(k)[b * d + i];
                }
            }
        }
        return sum;
    }

    /** Of a vector over all shared nodes, what belongs to those that a family touches. */
    private static double[] touched(FamilyField family, double[] all, int d) {
        double[] part = new double[family.shared().length * d];
        for (int b = 0; b < family.shared().length; b++) {
            System.arraycopy(all, family.shared()[b] * d, part, b * d, d);
        }
        return part;
    }

    private static Boundary boundary(FamilyField family, FieldPosterior solved) {
        int inner = family.structure().inner();
        int d = solved.strengths().d();
        return new Boundary(touched(family, solved.mean(), d), (i, j, block, offset) -> solved.covariance()
                .read(family.shared()[i - inner], family.shared()[j - inner], block, offset));
    }

    @Override
    public FamilyStatistics statistics(Families posterior) {
        FamilyStatistics sum = ofShared(posterior);
        for (FamilyStatistics one : ofFamilies(posterior)) {
            sum = sum.plus(one);
        }
        return sum;
    }

    /** What every family says by itself. */
    List<FamilyStatistics> ofFamilies(Families posterior) {
        List<FamilyStatistics> each = new ArrayList<>();
        for (int k = 0; k < families.size(); k++) {
            FieldPosterior own = posterior.posteriors().get(k);
            own.prepareCovariance(progress);
            each.add(posterior.steps().get(k).statistics(own));
        }
        return each;
    }

    /** What the shared nodes' own terms say. */
    FamilyStatistics ofShared(Families posterior) {
        posterior.shared().prepareCovariance(progress);
        return FamilyStatistics.of(
                posterior.shared(), ObservedCells.none(), posterior.parameters().columns());
    }

    @Override
    public double squaredMovement(Families before, Families now, ScoreScale scale) {
        double sum = 0;
        for (int k = 0; k < families.size(); k++) {
            sum += PredictionSteps.squared(
                    before.parameters().columns(),
                    before.posteriors().get(k).mean(),
                    now.parameters().columns(),
                    now.posteriors().get(k).mean(),
                    families.get(k).cells().models(),
                    scale);
        }
        return sum;
    }
}

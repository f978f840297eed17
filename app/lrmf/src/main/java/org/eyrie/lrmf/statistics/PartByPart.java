package org.eyrie.lrmf.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eyrie.lrmf.field.FieldPosterior;
import org.eyrie.lrmf.field.FieldSolver;
import org.eyrie.lrmf.field.FieldStructure;
import org.eyrie.lrmf.field.FixedEffectSystem;
import org.eyrie.lrmf.linalg.BlockCholesky;
import org.eyrie.lrmf.linalg.SchurComplement;
import org.eyrie.lrmf.observation.ExpectedEvidence;
import org.eyrie.lrmf.observation.ScoreScale;
import org.eyrie.lrmf.parts.SpreadParts;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;

/**
 * The expectation step part by part: each says what it has to say about the shared nodes, these are solved for from the
 * sum, and with their posterior each part says the rest. The same numbers as from {@link OneField}, to rounding, and no
 * step needs two parts in one place; the fixed effects are solved for by products that are sums over parts.
 *
 * <p>Parts may be families, or the pieces of {@link FieldInPieces}. Sums are made in the order of the parts, so that
 * wherever they lie the numbers are the same to the last bit.
 */
public final class PartByPart implements Expectation<PartByPart.Posteriors> {

    /**
     * Posterior of the shared nodes and of every part.
     *
     * @param shared the shared nodes'
     * @param parts every part with its own
     */
    public record Posteriors(
            SharedParameters parameters,
            FieldPosterior shared,
            SpreadParts<PartWords.Settled> parts,
            double logEvidence)
            implements Posterior {}

    private final SpreadParts<FieldPart> parts;
    private final SharedField shared;
    private final double[] effectPrecision;
    private final Progress progress;
    private final List<PartWords.Offer> offers;
    /** Known once parts have said what of the shared nodes they join, which is the same ever after. */
    private @Nullable FieldStructure sharedStructure;

    /**
     * Of parts that have nothing in common but shared nodes.
     *
     * @param effectPrecision prior precision of each fixed effect, d x d, one after the other
     * @param progress asked now and then; ends the work where it was cancelled
     */
    public PartByPart(SpreadParts<FieldPart> parts, SharedField shared, double[] effectPrecision, Progress progress) {
        this.parts = parts;
        this.shared = shared;
        this.effectPrecision = effectPrecision;
        this.progress = progress;
        offers = parts.answersOfAll(0, (part, nothing) -> PartWords.Offer.of(part));
    }

    @Override
    public Optional<Posteriors> at(SharedParameters parameters, @Nullable Posteriors before) {
        SpreadParts<Optional<EStep>> steps =
                parts.allBecome(parameters, (part, given) -> EStep.of(part, given, Progress.NONE));
        List<PartWords.First> first = steps.answersOfAll(parameters.strengths().drift().length, PartWords.First::of);
        progress.check();
        if (first.stream().anyMatch(words -> words.precision().isEmpty())) {
            return Optional.empty();
        }
        List<SchurComplement> said =
                first.stream().map(words -> words.precision().get(0)).toList();
        int d = parameters.strengths().d();
        double[] effects = parameters.strengths().drift().clone();
        return new FieldSolver(structure(said, d), progress)
                .solveJoined(
                        parameters.strengths(),
                        said,
                        new ExpectedEvidence(shared.cells(), parameters.columns()),
                        (factor, own) -> {
                            Together together = new Together(steps, factor, own, d);
                            double[] best = together.effects(first, parameters);
                            System.arraycopy(best, 0, effects, 0, best.length);
                            return together.shift(effects);
                        })
                .map(solved -> posteriors(parameters.withEffects(effects), solved, said, steps));
    }

    private FieldStructure structure(List<SchurComplement> said, int d) {
        if (sharedStructure == null) {
            sharedStructure = FieldStructure.joined(shared.terms(), shared.nodes(), d, said);
        }
        return sharedStructure;
    }

    private Posteriors posteriors(
            SharedParameters parameters,
            FieldPosterior solved,
            List<SchurComplement> said,
            SpreadParts<Optional<EStep>> steps) {
        solved.prepareCovariance(progress);
        double[] effects = parameters.strengths().drift();
        List<PartWords.Solved> told = IntStream.range(0, said.size())
                .mapToObj(k -> PartWords.Solved.of(offers.get(k), said.get(k), solved, effects))
                .toList();
        SpreadParts<PartWords.Settled> settled = steps.become(told, PartWords.Settled::of);
        double logEvidence =
                solved.logEvidence() + new ExpectedEvidence(shared.cells(), parameters.columns()).logDensity();
        for (double one : settled.answersOfAll(0, (part, nothing) -> part.logEvidence())) {
            logEvidence += one;
        }
        return new Posteriors(parameters, solved, settled, logEvidence);
    }

    /** All parts' expectation steps and the factor of what they said of the shared nodes. */
    private final class Together {

        private final SpreadParts<Optional<EStep>> steps;
        private final BlockCholesky factor;
        private final double[] own;
        private final int d;

        /** @param own right-hand side of the shared nodes' own data */
        Together(SpreadParts<Optional<EStep>> steps, BlockCholesky factor, double[] own, int d) {
            this.steps = steps;
            this.factor = factor;
            this.own = own;
            this.d = d;
        }

        /** Fixed effects at their best, starting from those in the parameters. */
        double[] effects(List<PartWords.First> first, SharedParameters parameters) {
            int size = effectPrecision.length / d;
            if (size == 0) {
                return new double[0];
            }
            double[] ownBlock = new double[size * size];
            offers.forEach(offer -> offer.pairs().addOwnBlock(ownBlock, size, parameters.strengths()));
            double[] without = own.clone();
            add(without, first.stream().map(PartWords.First::shift).toList());
            factor.solve(without);
            double[] pull = sum(size, steps.answers(touched(without), (step, values) -> step.orElseThrow()
                    .pullOnEffects(values, size)));
            return new FixedEffectSystem(d, effectPrecision, ownBlock, this::coupling)
                    .solve(pull, parameters.strengths().drift());
        }

        private double[] coupling(double[] effects) {
            progress.check();
            double[] x = new double[own.length];
            add(x, steps.answersOfAll(effects, (step, given) -> step.orElseThrow()
                    .reducedOfEffects(given)));
            factor.solve(x);
            return sum(effects.length, steps.answers(touched(x), (step, values) -> step.orElseThrow()
                    .couplingOfEffects(effects, values)));
        }

        /** Right-hand side of the shared nodes under fixed effects. */
        double[] shift(double[] effects) {
            double[] shift = own.clone();
            add(shift, steps.answersOfAll(effects, (step, given) -> step.orElseThrow()
                    .reduced(given)));
            return shift;
        }

        /** Adds to a vector over all shared nodes one per part over those that it touches. */
        private void add(double[] all, List<double[]> each) {
            for (int k = 0; k < each.size(); k++) {
                offers.get(k).addTo(all, each.get(k), d);
            }
        }

        private List<double[]> touched(double[] all) {
            return offers.stream().map(offer -> offer.touched(all, d)).toList();
        }
    }

    private static double[] sum(int length, List<double[]> each) {
        double[] sum = new double[length];
        for (double[] one : each) {
            for (int i = 0; i < length; i++) {
                sum[i] += one[i];
            }
        }
        return sum;
    }

    @Override
    public FamilyStatistics statistics(Posteriors posterior) {
        return each(posterior).stream().reduce(FamilyStatistics::plus).orElseThrow();
    }

    /** What the shared nodes' own terms and cells say, and what every part says by itself. */
    List<FamilyStatistics> each(Posteriors posterior) {
        List<FamilyStatistics> each = new ArrayList<>();
        each.add(FamilyStatistics.of(
                posterior.shared(), shared.cells(), posterior.parameters().columns()));
        posterior
                .parts()
                .answersOfAll(0, (part, nothing) -> part.statistics())
                .forEach(bytes -> each.add(FamilyStatistics.fromBytes(bytes)));
        return each;
    }

    /** Means of every part's own nodes and then of the shared ones, d numbers each. */
    public List<double[]> means(Posteriors posterior) {
        List<double[]> means = new ArrayList<>(posterior.parts().answersOfAll(0, (part, nothing) -> part.means()));
        means.add(posterior.shared().mean());
        return means;
    }

    @Override
    public double squaredMovement(Posteriors before, Posteriors now, ScoreScale scale) {
        double sum = PredictionSteps.squared(
                before.parameters().columns(),
                before.shared().mean(),
                now.parameters().columns(),
                now.shared().mean(),
                shared.cells().models(),
                scale);
        for (double one :
                now.parts().answersBeside(before.parts(), (part, earlier) -> part.squaredMovement(earlier, scale))) {
            sum += one;
        }
        return sum;
    }
}

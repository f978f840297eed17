package org.eyrie.lrmf.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.eyrie.lrmf.crowd.NamedModels;
import org.eyrie.lrmf.learning.FitResult;
import org.eyrie.lrmf.learning.LrmfFit;
import org.eyrie.lrmf.problem.ModelLabels;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CrowdOpinionsTest {

    private static final int MODELS = 500;
    private static final int HIDDEN = 100;
    private static final double FUTURE = 19_250;

    private static NamedModels named;
    private static FitResult fit;

    @BeforeAll
    static void fitOnce() {
        named = new NamedModels(MODELS, 1.5, 1);
        fit = LrmfFit.fit(seen(named.problem), LrmfSettings.DEFAULT, Progress.NONE);
    }

    /** Without the scores of the last models. */
    private static Problem seen(Problem all) {
        return all.without(c -> all.observations().model()[c] >= MODELS - HIDDEN);
    }

    private static double error(FitResult result, Problem truth) {
        return error(result, truth, u -> u >= MODELS - HIDDEN);
    }

    private static double error(FitResult result, Problem truth, IntPredicate asked) {
        Observations cells = truth.observations();
        return Math.sqrt(IntStream.range(0, cells.cells())
                .filter(c -> asked.test(cells.model()[c]))
                .mapToDouble(c -> result.models()
                                .predict(cells.model()[c], cells.column()[c], LeaveOut.NOTHING, 0.9)
                                .mean()
                        - cells.score()[c])
                .map(e -> e * e)
                .average()
                .orElseThrow());
    }

    @Test
    void likeNamesTellWhatNoLineageKnowsAndIntervalsFitThem() {
        FitResult nameless = LrmfFit.fit(seen(named.nameless()), LrmfSettings.DEFAULT, Progress.NONE);

        assertThat(error(fit, named.problem)).isLessThan(0.5 * error(nameless, named.problem));

        Observations cells = named.problem.observations();
        double held = IntStream.range(0, cells.cells())
                .filter(c -> cells.model()[c] >= MODELS - HIDDEN)
                .filter(c -> {
                    CellPrediction cell =
                            fit.models().predict(cells.model()[c], cells.column()[c], LeaveOut.NOTHING, 0.9);
                    return cell.lower() <= cells.score()[c] && cells.score()[c] <= cell.upper();
                })
                .count();
        assertThat(held / (HIDDEN * NamedModels.COLUMNS)).isBetween(0.87, 0.99);
    }

    @Test
    void namesThatTellNothingChangeNextToNothing() {
        double with = 0;
        double without = 0;
        for (int seed = 1; seed <= 3; seed++) {
            NamedModels alike = new NamedModels(MODELS, 0, seed);
            FitResult nameless = LrmfFit.fit(seen(alike.nameless()), LrmfSettings.DEFAULT, Progress.NONE);
            FitResult named = LrmfFit.fit(seen(alike.problem), LrmfSettings.DEFAULT, Progress.NONE);
            with += error(named, alike.problem);
            without += error(nameless, alike.problem);
        }

        assertThat(with).isLessThan(1.005 * without);
    }

    /** Of the models from a day on, all of which were hidden. */
    private static double errorToCome(Problem all) {
        IntPredicate late = u -> all.traits().uploadedDay()[u] >= FUTURE;
        Problem past = all.without(c -> late.test(all.observations().model()[c]));
        return error(LrmfFit.fit(past, LrmfSettings.DEFAULT, Progress.NONE), all, late);
    }

    @Test
    void likeNamesTellOfModelsToComeToo() {
        NamedModels more = new NamedModels(900, 1.5, 1);

        assertThat(errorToCome(more.problem)).isLessThan(0.6 * errorToCome(more.nameless()));
    }

    @Test
    void namesThatTellNothingChangeNextToNothingOfModelsToCome() {
        double with = 0;
        double without = 0;
        for (int seed = 1; seed <= 3; seed++) {
            NamedModels alike = new NamedModels(900, 0, seed);
            with += errorToCome(alike.problem);
            without += errorToCome(alike.nameless());
        }

        assertThat(with).isLessThan(1.01 * without);
    }

    @Test
    void explanationsAddUpAndTheCrowdIsOneOfThem() {
        for (int u : new int[] {0, 7, MODELS - 1}) {
            for (LeaveOut leaveOut : LeaveOut.values()) {
                Explanation why = fit.models().explain(u, 1, leaveOut);
                double sum = why.intercept() + why.crowd() + why.withdrawn();
                sum += why.scores().stream()
                        .mapToDouble(ScoreContribution::logit)
                        .sum();
                sum += why.shared().stream()
                        .mapToDouble(SharedContribution::logit)
                        .sum();
                sum += why.drifts().stream()
                        .mapToDouble(FixedEffectContribution::logit)
                        .sum();

                assertThat(sum).isCloseTo(why.logitMean(), within(1e-9));
                assertThat(why.logitMean())
                        .isEqualTo(fit.models().predict(u, 1, leaveOut, 0.9).logitMean());
                assertThat(why.crowd()).isNotZero();
            }
        }
    }

    @Test
    void ownScoresAreWorthAsMuchAsConditioningSays() {
        int model = MODELS - 1; // without scores in the fit
        double score = 0.9;
        FamilyPosterior before = fit.models();
        FamilyPosterior after = before.observe(new Observations(
                NamedModels.COLUMNS, new int[] {model}, new int[] {0}, new double[] {score}, new double[] {1_000}));
        int d = NamedModels.COLUMNS;
        double[] covariance = before.own(model, new int[0]).covariance();
        double noise = before.shared.columns.noise()[0];
        double[] loading = before.shared.columns.loading();
        int number =
                IntStream.range(0, d).filter(k -> loading[k] != 0).findFirst().orElseThrow();
        double missed = before.shared.scale().logit(score)
                - before.predict(model, 0, LeaveOut.NOTHING, 0.9).logitMean();

        for (int i = 0; i < NamedModels.COLUMNS; i++) {
            int column = i;
            int other = IntStream.range(0, d)
                    .filter(k -> loading[column * d + k] != 0)
                    .findFirst()
                    .orElseThrow();
            double gain = covariance[other * d + number] / (covariance[number * d + number] + noise);
            double expected = before.predict(model, i, LeaveOut.NOTHING, 0.9).logitMean() + gain * missed;
            assertThat(after.predict(model, i, LeaveOut.NOTHING, 0.9).logitMean())
                    .isCloseTo(expected, within(1e-9));
        }
        assertThat(after.predict(model, 2, LeaveOut.MODEL, 0.9).logitMean())
                .isCloseTo(before.predict(model, 2, LeaveOut.NOTHING, 0.9).logitMean(), within(1e-9));
    }

    @Test
    void whatIsReadSaysTheSameOfMembersAndOfStrangersToTheLastBit() {
        SharedPart read = SharedPart.fromBytes(fit.shared().toBytes());
        List<String> names = new ArrayList<>(named.problem.labels().name());
        names.set(3, "nest/osprey-v9999"); // whom nobody knew
        names.set(4, ""); // a plan without a name
        Problem family = seen(named.problem)
                .with(new ModelLabels(names, named.problem.labels().licence()));
        FamilyPosterior before = fit.shared().solve(family);
        FamilyPosterior after = read.solve(family);

        assertThat(read.toBytes()).isEqualTo(fit.shared().toBytes());
        for (int u = 0; u < 10; u++) {
            assertThat(after.predict(u, 0, LeaveOut.MODEL, 0.9)).isEqualTo(before.predict(u, 0, LeaveOut.MODEL, 0.9));
        }
        for (int u = 5; u < 10; u++) {
            assertThat(after.predict(u, 0, LeaveOut.CELL, 0.9).logitMean())
                    .isCloseTo(fit.models().predict(u, 0, LeaveOut.CELL, 0.9).logitMean(), within(1e-9));
        }
        assertThat(after.explain(3, 0, LeaveOut.MODEL).crowd()).isNotZero();
        assertThat(after.explain(4, 0, LeaveOut.MODEL).crowd()).isZero();
    }

    @Test
    void theOrderOfModelsDoesNotMatter() {
        int[] reversed = IntStream.range(0, MODELS).map(u -> MODELS - 1 - u).toArray();
        Problem turned = seen(named.problem).only(reversed);
        FitResult other = LrmfFit.fit(turned, LrmfSettings.DEFAULT, Progress.NONE);

        double[] moved = IntStream.range(0, MODELS)
                .mapToDouble(
                        u -> fit.models().predict(u, 0, LeaveOut.MODEL, 0.9).mean()
                                - other.models()
                                        .predict(MODELS - 1 - u, 0, LeaveOut.MODEL, 0.9)
                                        .mean())
                .map(Math::abs)
                .toArray();

        assertThat(Arrays.stream(moved).average().orElseThrow()).isLessThan(1e-6);
    }
}

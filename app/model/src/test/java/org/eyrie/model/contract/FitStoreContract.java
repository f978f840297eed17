package org.eyrie.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.eyrie.model.contract.Samples.benchmark;
import static org.eyrie.model.contract.Samples.model;
import static org.eyrie.model.contract.Samples.models;
import static org.eyrie.model.contract.Samples.score;

import java.time.Instant;
import java.util.List;
import org.eyrie.model.Facts;
import org.eyrie.model.Fit;
import org.eyrie.model.FitId;
import org.eyrie.model.GraphState;
import org.eyrie.model.Hindsight;
import org.eyrie.model.OutdatedFitException;
import org.eyrie.model.Payload;
import org.eyrie.model.Prediction;
import org.eyrie.model.Provenance;
import org.eyrie.model.UnknownBenchmarkException;
import org.eyrie.model.UnknownFitException;
import org.eyrie.model.UnknownModelException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fits and predictions. */
public abstract class FitStoreContract extends PortsContract {

    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00.123456789Z");

    @BeforeEach
    void someFacts() {
        facts.write(Facts.evaluations(List.of(score("a", "x", .5), score("b", "y", .5))));
    }

    @Test
    void aFitComesBackToTheLastByte() {
        Fit fit = fit("one", NOON, new byte[] {0, -1, 127, -128});
        fits.save(fit);
        assertThat(fits.find(new FitId("one"))).contains(fit);
        assertThat(fits.find(new FitId("two"))).isEmpty();
    }

    @Test
    void aFitOfTheSameIdIsReplaced() {
        fits.save(fit("one", NOON, new byte[] {1}));
        Fit second = fit("one", NOON.plusSeconds(1), new byte[0]);
        fits.save(second);
        assertThat(fits.all()).containsExactly(second);
    }

    @Test
    void theLatestIsTheOneThatWasSavedLastWhateverTheClockSaid() {
        assertThat(fits.latest()).isEmpty();
        Fit ahead = fit("z", NOON.plusSeconds(86_400), new byte[0]);
        Fit corrected = fit("a", NOON, new byte[0]);
        fits.save(ahead);
        fits.save(corrected);
        assertThat(fits.all()).containsExactly(corrected, ahead);
        assertThat(fits.latest()).contains(corrected);
        fits.save(ahead);
        assertThat(fits.latest()).contains(ahead);
    }

    @Test
    void aScoreThatCameAfterItWasPredictedTellsHowGoodThatWas() {
        fits.save(fit("one", NOON, new byte[0]));
        fits.savePredictions(List.of(prediction("a", "y", .5, "one"), prediction("b", "x", .5, "one")));
        assertThat(fits.hindsight()).isEmpty();
        facts.write(
                Facts.evaluations(List.of(score("a", "y", .6))).from(new Provenance("later", NOON.plusSeconds(60))));
        facts.write(Facts.evaluations(List.of(score("b", "x", .9)))
                .from(new Provenance("before, by its clock", NOON.minusSeconds(60))));
        assertThat(fits.hindsight()).singleElement().satisfies(one -> {
            assertThat(one.benchmark()).isEqualTo(benchmark("y"));
            assertThat(one.scores()).isEqualTo(1);
            assertThat(one.meanError()).isCloseTo(.1, within(1e-12));
            assertThat(one.rmse()).isCloseTo(.1, within(1e-12));
        });
        List<Hindsight> before = fits.hindsight();
        fits.save(fit("two", NOON.plusSeconds(120), new byte[0]));
        fits.savePredictions(List.of(prediction("a", "y", .6, "two")));
        assertThat(fits.hindsight()).as("outlives the predictions").isEqualTo(before);
    }

    @Test
    void aFitOnOlderDataReplacesNothingOfOneOnNewer() {
        Fit older = fit("older", NOON, new byte[0]);
        Fit newer = new Fit(
                new FitId("newer"),
                NOON.minusSeconds(60),
                "{}",
                1,
                "f00d",
                43,
                -1,
                "CONVERGED",
                Payload.of(new byte[0]));
        fits.save(older);
        fits.savePredictions(List.of(prediction("a", "x", .3, "older")));
        fits.save(newer); // before the older one has written all its predictions
        fits.savePredictions(List.of(prediction("a", "x", .4, "newer")));
        assertThatThrownBy(() -> fits.savePredictions(
                        List.of(prediction("a", "x", .3, "older"), prediction("b", "x", .3, "older"))))
                .isInstanceOf(OutdatedFitException.class)
                .hasMessageContaining("newer");
        assertThatThrownBy(() -> fits.save(fit("late", NOON, new byte[0]))).isInstanceOf(OutdatedFitException.class);
        assertThat(fits.latest()).contains(newer);
        assertThat(fits.find(new FitId("late"))).isEmpty();
        assertThat(fits.predictions(models("a", "b"))).containsExactly(prediction("a", "x", .4, "newer"));
    }

    @Test
    void theListOfFitsLeavesOutWhatTheyShare() {
        Fit fit = fit("one", NOON, new byte[] {1, 2, 3});
        fits.save(fit);
        assertThat(fits.all()).containsExactly(fit("one", NOON, new byte[0]));
        assertThat(fits.latest()).contains(fit);
    }

    @Test
    void oneLookTellsTheLatestFitAndTheVersionOfTheFacts() {
        assertThat(fits.state()).isEqualTo(new GraphState(null, facts.version()));
        fits.save(fit("early", NOON, new byte[] {1}));
        fits.save(fit("late", NOON.plusNanos(1), new byte[] {2}));
        GraphState before = fits.state();
        assertThat(before.fit()).contains(fit("late", NOON.plusNanos(1), new byte[0]));
        facts.write(Facts.evaluations(List.of(score("a", "x", .6))));
        assertThat(fits.state()).isEqualTo(new GraphState(before.latest(), before.dataVersion() + 1));
        fits.delete(new FitId("late"));
        assertThat(fits.state().fit()).contains(fit("early", NOON, new byte[0]));
    }

    @Test
    void aPayloadOfSomeMegabytesSurvives() {
        byte[] bytes = new byte[4_000_000];
        new java.util.Random(7).nextBytes(bytes);
        fits.save(fit("large", NOON, bytes));
        assertThat(fits.latest().orElseThrow().shared()).isEqualTo(Payload.of(bytes));
    }

    @Test
    void predictionsReplaceOlderOnesOfTheSameCell() {
        fits.save(fit("one", NOON, new byte[0]));
        fits.save(fit("two", NOON, new byte[0]));
        fits.savePredictions(List.of(
                prediction("b", "x", .1, "one"), prediction("a", "y", .2, "one"), prediction("a", "x", .3, "one")));
        fits.savePredictions(List.of(prediction("a", "x", .4, "two")));
        assertThat(fits.predictions(model("a")))
                .containsExactly(prediction("a", "x", .4, "two"), prediction("a", "y", .2, "one"));
        assertThat(fits.predictions(models("b", "stranger", "a")))
                .containsExactly(
                        prediction("a", "x", .4, "two"),
                        prediction("a", "y", .2, "one"),
                        prediction("b", "x", .1, "one"));
        assertThat(fits.predictions(model("stranger"))).isEmpty();
    }

    @Test
    void whatIsPredictedWithoutTheOwnMeasurementComesBackAndGoesWithItsPrediction() {
        fits.save(fit("one", NOON, new byte[0]));
        fits.save(fit("two", NOON, new byte[0]));
        Prediction measured = new Prediction(
                model("a"), benchmark("x"), .5, .4, .6, .9, new FitId("one"), new Prediction.LeftOut(.3, .1, .7));
        fits.savePredictions(List.of(measured, prediction("a", "y", .2, "one")));
        assertThat(fits.predictions(model("a"))).containsExactly(measured, prediction("a", "y", .2, "one"));
        fits.savePredictions(List.of(prediction("a", "x", .5, "two")));
        assertThat(fits.predictions(model("a")).get(0).leftOut()).isNull();
    }

    @Test
    void predictionsAboutWhatIsNotThereAreRefusedAltogether() {
        fits.save(fit("one", NOON, new byte[0]));
        Prediction good = prediction("a", "x", .3, "one");
        assertThatThrownBy(() -> fits.savePredictions(List.of(good, prediction("stranger", "x", .3, "one"))))
                .isInstanceOf(UnknownModelException.class);
        assertThatThrownBy(() -> fits.savePredictions(List.of(good, prediction("a", "stranger", .3, "one"))))
                .isInstanceOf(UnknownBenchmarkException.class);
        assertThatThrownBy(() -> fits.savePredictions(List.of(good, prediction("a", "x", .3, "stranger"))))
                .isInstanceOf(UnknownFitException.class);
        assertThat(fits.predictions(model("a"))).isEmpty();
    }

    @Test
    void deletingAFitTakesItsPredictionsAndNoOthers() {
        fits.save(fit("one", NOON, new byte[0]));
        fits.save(fit("two", NOON, new byte[0]));
        fits.savePredictions(List.of(prediction("a", "x", .3, "one"), prediction("a", "y", .4, "two")));
        fits.delete(new FitId("one"));
        fits.delete(new FitId("never there"));
        assertThat(fits.all()).containsExactly(fit("two", NOON, new byte[0]));
        assertThat(fits.predictions(model("a"))).containsExactly(prediction("a", "y", .4, "two"));
    }

    @Test
    void neitherFitsNorPredictionsAreFacts() {
        long version = facts.version();
        fits.save(fit("one", NOON, new byte[0]));
        fits.savePredictions(List.of(prediction("a", "x", .3, "one")));
        fits.delete(new FitId("one"));
        assertThat(facts.version()).isEqualTo(version);
    }

    private static Fit fit(String id, Instant createdAt, byte[] shared) {
        return new Fit(
                new FitId(id),
                createdAt,
                "{\"rank\": 4, \"note\": \"it's\"}",
                Long.MIN_VALUE,
                "f00d",
                42,
                -1234.5678,
                "CONVERGED",
                Payload.of(shared));
    }

    private static Prediction prediction(String model, String benchmark, double mean, String fit) {
        return new Prediction(
                model(model), benchmark(benchmark), mean, mean / 2, (1 + mean) / 2, .9, new FitId(fit), null);
    }
}

package org.eyrie.engine.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.eyrie.engine.World;
import org.eyrie.model.ModelId;
import org.eyrie.model.Prediction;
import org.eyrie.model.Stores;
import org.junit.jupiter.api.Test;

/** What stands beside a measurement is made without it, wherever it is read. */
class LeftOutTest {

    private static final ModelId MEASURED = new ModelId("acme/a-7b");
    private static final ModelId UNMEASURED = new ModelId("acme/mix-7b");

    private final Stores stores = World.ofOneFamily().fitted().stores();
    private final Asking asking = Asking.of(stores);

    @Test
    void theGraphHoldsWhatIsAnsweredWithTheMeasurementAndWithoutIt() {
        List<Prediction> kept = stores.fits().predictions(List.of(MEASURED));
        List<Forecast> with = asking.predictions().of(MEASURED, List.of(), false);
        List<Forecast> without = asking.predictions().of(MEASURED, List.of(), true);
        assertThat(kept).hasSize(2).hasSameSizeAs(with);
        for (int column = 0; column < kept.size(); column++) {
            Prediction prediction = kept.get(column);
            assertSame(new Prediction.LeftOut(prediction.mean(), prediction.lower(), prediction.upper()), with, column);
            assertSame(Objects.requireNonNull(prediction.leftOut()), without, column);
            assertThat(prediction.withoutOwn().mean()).isNotCloseTo(prediction.mean(), within(1e-3));
        }
    }

    private static void assertSame(Prediction.LeftOut kept, List<Forecast> answered, int column) {
        Estimate estimate = Objects.requireNonNull(answered.get(column).predicted());
        assertThat(kept.mean()).isCloseTo(estimate.mean(), within(1e-9));
        assertThat(kept.lower()).isCloseTo(estimate.lower(), within(1e-9));
        assertThat(kept.upper()).isCloseTo(estimate.upper(), within(1e-9));
    }

    @Test
    void whatWasNotMeasuredHasNothingToLeaveOut() {
        assertThat(stores.fits().predictions(List.of(UNMEASURED))).hasSize(2).allSatisfy(prediction -> {
            assertThat(prediction.leftOut()).isNull();
            assertThat(prediction.withoutOwn()).isEqualTo(prediction);
        });
    }

    @Test
    void aScoreThatStandsAloneIsShownWithoutAPredictionRatherThanWithItsOwnEcho() {
        World world = World.ofOneFamily()
                .model("solo/new-3b", "NewForCausalLM", 3.0)
                .answered("solo/new-3b", World.QA, "1101")
                .fitted();
        ModelId solo = new ModelId("solo/new-3b");
        List<Forecast> alone = Asking.of(world.stores()).predictions().of(solo, List.of(World.QA), true);
        assertThat(alone).singleElement().satisfies(forecast -> {
            assertThat(forecast.measured()).isEqualTo(0.75);
            assertThat(forecast.predicted()).isNull();
            assertThat(forecast.warnings()).anyMatch(warning -> warning.startsWith("No evidence"));
        });
        assertThat(world.stores().fits().predictions(List.of(solo)))
                .allSatisfy(prediction -> assertThat(prediction.leftOut()).isNull());
    }

    @Test
    void leaderboardsRankByTheMeasurementAndShowWhatIsPredictedWithoutIt() {
        List<Forecast> board = asking.leaderboards().of(new ModelId("acme/base-7b"), World.QA, 10);
        assertThat(board.get(0).model()).isEqualTo(MEASURED);
        assertThat(board).hasSize(4).allSatisfy(row -> assertThat(row.leftOut()).isEqualTo(row.measured() != null));
    }
}

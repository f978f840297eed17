package org.eyrie.lrmf.items;

import static org.assertj.core.api.Assertions.assertThat;

import org.eyrie.lrmf.fit.LrmfSettings;
import org.junit.jupiter.api.Test;

/** Real items, one round of five; the whole experiment is {@code eyrie backtest --protocol items}. */
class RealInstancesIT {

    @Test
    void unseenModelsAreForetoldItemByItemAndIntervalsHoldOnAllThreeBenchmarks() {
        RealInstances real = RealInstances.load();
        ItemSettings settings = new ItemSettings(12, 40, 1e-2, 200, 2, 1);
        ItemBacktest.Outcome outcome = new ItemBacktest(real.whole, real.items, LrmfSettings.DEFAULT, settings, 0.9)
                .run(1, share -> {}, () -> false);
        assertThat(outcome.losses()).hasSize(6).allSatisfy(loss -> {
            assertThat(loss.logLoss()).isLessThan(0.95 * loss.baseline());
            assertThat(loss.gap()).isLessThan(0.05);
        });
        double held = outcome.trials().stream()
                .filter(trial -> !trial.chosen())
                .mapToDouble(ItemTrial::coverage)
                .average()
                .orElseThrow();
        // 80 models held out: by chance alone the mean of so many strays by three points
        assertThat(held).isBetween(0.84, 0.96);
    }
}

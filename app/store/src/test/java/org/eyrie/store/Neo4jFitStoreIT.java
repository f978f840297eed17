package org.eyrie.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eyrie.model.Fit;
import org.eyrie.model.FitId;
import org.eyrie.model.Payload;
import org.eyrie.model.Stores;
import org.eyrie.model.contract.FitStoreContract;
import org.junit.jupiter.api.Test;

class Neo4jFitStoreIT extends FitStoreContract {

    private static final FitId ONE = new FitId("one");

    @Override
    protected Stores empty() {
        return TestDatabase.emptyStores().ports();
    }

    /** A read that meets a commit half-way finds the fit in its index and no properties yet, or no more. */
    @Test
    void whoReadsWhileFitsComeAndGoSeesWholeFits() {
        Fit fit = new Fit(ONE, Instant.EPOCH, "{}", 1, "f00d", 42, -1, "CONVERGED", Payload.of(new byte[50]));
        CompletableFuture<?> writer = CompletableFuture.runAsync(() -> {
            for (int round = 0; round < 40; round++) {
                fits.save(fit);
                fits.delete(ONE);
            }
        });
        try {
            while (!writer.isDone()) {
                assertThat(fits.all()).allMatch(seen -> seen.equals(fit.withoutShared()) || seen.equals(fit));
                assertThat(fits.latest()).isIn(Optional.empty(), Optional.of(fit));
                assertThat(fits.state().fit()).isIn(Optional.empty(), Optional.of(fit.withoutShared()));
            }
        } finally {
            writer.join();
        }
    }
}

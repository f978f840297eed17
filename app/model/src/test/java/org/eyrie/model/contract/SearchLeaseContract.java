package org.eyrie.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eyrie.model.contract.SearchSamples.ID;
import static org.eyrie.model.contract.SearchSamples.PLAN;
import static org.eyrie.model.contract.SearchSamples.plan;

import java.util.stream.IntStream;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of those who would run a search one does. */
public abstract class SearchLeaseContract {

    protected DevelopmentLedger ledger;

    /** A ledger without searches. */
    protected abstract DevelopmentLedger empty();

    @BeforeEach
    final void startEmpty() {
        ledger = empty();
    }

    @Test
    void oneRunnerAtATimeUntilItsLeaseIsOverOrGivenBack() throws InterruptedException {
        ledger.begin(PLAN);
        ledger.begin(plan("other"));
        assertThat(ledger.lease(ID, "first", 600)).isTrue();
        assertThat(ledger.lease(ID, "second", 600)).isFalse();
        assertThat(ledger.lease(new DevelopmentId("other"), "second", 600)).isTrue();
        assertThat(ledger.lease(ID, "first", .05)).isTrue();
        Thread.sleep(100);
        assertThat(ledger.lease(ID, "second", 600)).isTrue();
        assertThat(ledger.lease(ID, "first", 600)).isFalse();
        assertThat(ledger.lease(ID, "second", 0)).isTrue();
        assertThat(ledger.lease(ID, "first", 600)).isTrue();
    }

    @Test
    void ofManyWhoAskAtOnceOneGetsTheLease() {
        ledger.begin(PLAN);
        assertThat(IntStream.range(0, 8)
                        .parallel()
                        .filter(runner -> ledger.lease(ID, "runner" + runner, 600))
                        .count())
                .isEqualTo(1);
    }
}

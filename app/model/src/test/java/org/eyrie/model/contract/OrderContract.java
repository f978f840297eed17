package org.eyrie.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eyrie.model.contract.SearchSamples.ID;
import static org.eyrie.model.contract.SearchSamples.PLAN;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.eyrie.model.UnknownSearchException;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentLedger;
import org.eyrie.model.development.FailedRun;
import org.eyrie.model.development.GivenOrder;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.OrderLedger;
import org.eyrie.model.development.ProgramDraft;
import org.eyrie.model.development.ProgramOrigin;
import org.eyrie.model.development.Proposal;
import org.eyrie.model.development.ProposalOutcome;
import org.eyrie.model.development.RunOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders for evaluators outside: one at a time has one, and not for ever. */
public abstract class OrderContract {

    private static final String PROGRAM = "alg:a";

    private DevelopmentLedger searches;
    private OrderLedger orders;

    /** A ledger without searches. */
    protected abstract DevelopmentLedger searches();

    /** The orders of those searches. */
    protected abstract OrderLedger orders();

    @BeforeEach
    final void threeOrders() {
        searches = searches();
        orders = orders();
        searches.begin(PLAN);
        ProgramDraft draft = new ProgramDraft("base + tau(1)", ProgramOrigin.HUMAN, List.of(), "");
        searches.proposed(ID, List.of(new Proposal(0, 0, draft, PROGRAM, ProposalOutcome.NEW, "", null)));
        searches.ordered(ID, List.of(order(0), order(1), order(2)));
    }

    private static RunOrder order(int number) {
        return new RunOrder(number, PROGRAM, List.of(number), false, Double.NaN, Double.NaN);
    }

    private static ItemRun run(int number) {
        return new ItemRun(number, PROGRAM, List.of(number), "1");
    }

    @Test
    void whatOneHasTakenAnotherDoesNotGet() {
        assertThat(orders.take(ID, "first", 2, 600)).containsExactly(order(0), order(1));
        assertThat(orders.take(ID, "second", 2, 600)).containsExactly(order(2));
        assertThat(orders.take(ID, "first", 2, 600)).isEmpty();
    }

    @Test
    void whatHasItsAnswerIsNotGivenOut() {
        searches.ran(ID, run(0), 1);
        searches.failed(ID, new FailedRun(1, PROGRAM, "no room"), 1);
        assertThat(orders.take(ID, "first", 9, 600)).containsExactly(order(2));
    }

    @Test
    void aLeaseThatIsOverIsGivenToWhoAsks() throws InterruptedException {
        assertThat(orders.take(ID, "first", 1, .05)).containsExactly(order(0));
        Thread.sleep(100);
        assertThat(orders.take(ID, "second", 1, 600)).containsExactly(order(0));
        assertThat(orders.find(ID, 0).orElseThrow().worker()).isEqualTo("second");
    }

    @Test
    void ofManyWhoAskAtOnceEachGetsOthers() {
        ConcurrentLinkedQueue<RunOrder> taken = new ConcurrentLinkedQueue<>();
        IntStream.range(0, 6).parallel().forEach(worker -> taken.addAll(orders.take(ID, "worker" + worker, 1, 600)));
        assertThat(taken).containsExactlyInAnyOrder(order(0), order(1), order(2));
    }

    @Test
    void anOrderTellsWhoHasItAndWhatCameOfIt() throws InterruptedException {
        assertThat(orders.find(ID, 0)).contains(new GivenOrder(order(0), null, 0, null, null));
        orders.take(ID, "first", 2, 600);
        Thread.sleep(20);
        searches.ran(ID, run(0), 1);
        FailedRun failure = new FailedRun(1, PROGRAM, "no room");
        searches.failed(ID, failure, 1);
        GivenOrder done = orders.find(ID, 0).orElseThrow();
        assertThat(done.worker()).isEqualTo("first");
        assertThat(done.seconds()).isBetween(.015, 60.0);
        assertThat(done.run()).isEqualTo(run(0));
        assertThat(done.isOpen()).isFalse();
        assertThat(orders.find(ID, 1).orElseThrow().failure()).isEqualTo(failure);
        assertThat(orders.find(ID, 2).orElseThrow().isOpen()).isTrue();
        assertThat(orders.find(ID, 3)).isEmpty();
    }

    @Test
    void ofASearchThatIsNotThereNothingIsTaken() {
        DevelopmentId other = new DevelopmentId("other");
        assertThatThrownBy(() -> orders.take(other, "first", 1, 600)).isInstanceOf(UnknownSearchException.class);
        assertThatThrownBy(() -> orders.find(other, 0)).isInstanceOf(UnknownSearchException.class);
    }
}

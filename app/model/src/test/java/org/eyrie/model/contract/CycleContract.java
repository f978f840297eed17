package org.eyrie.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eyrie.model.contract.Samples.chain;
import static org.eyrie.model.contract.Samples.edge;
import static org.eyrie.model.contract.Samples.edges;
import static org.eyrie.model.contract.Samples.model;
import static org.eyrie.model.contract.Samples.models;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eyrie.model.Derivation;
import org.eyrie.model.Facts;
import org.eyrie.model.LineageCycleException;
import org.eyrie.model.Model;
import org.junit.jupiter.api.Test;

/** No model descends from itself, whoever writes, and however many at once. */
public abstract class CycleContract extends PortsContract {

    @Test
    void aCycleIsRefusedAndNothingOfItsCallIsWritten() {
        facts.write(Facts.derivations(edges("b>a", "c>b")));
        long version = facts.version();
        Facts closing = new Facts(List.of(Model.stub(model("new"))), edges("x>y", "a>c"), List.of(), List.of());
        assertThatThrownBy(() -> facts.write(closing))
                .isInstanceOfSatisfying(LineageCycleException.class, refusal -> assertThat(refusal.cycle())
                        .hasSize(4)
                        .startsWith(refusal.cycle().get(3))
                        .containsAll(models("a", "b", "c")))
                .hasMessageContaining("a -> c");
        assertThat(lineage.known(models("new", "x", "y"))).isEmpty();
        assertThat(lineage.everything().derivations()).hasSize(2);
        assertThat(facts.version()).isEqualTo(version);
    }

    @Test
    void aCycleWithinOneCallIsRefused() {
        assertThatThrownBy(() -> facts.write(Facts.derivations(edges("b>a", "a>b"))))
                .isInstanceOf(LineageCycleException.class);
        assertThat(lineage.everything().models()).isEmpty();
    }

    @Test
    void aCycleThroughAThousandGenerationsIsFound() {
        facts.write(Facts.derivations(chain(1000)));
        assertThatThrownBy(() -> facts.write(Facts.derivations(edges("m0000>m1000"))))
                .isInstanceOfSatisfying(LineageCycleException.class, refusal -> assertThat(refusal.cycle())
                        .hasSize(1002));
    }

    @Test
    void twoWaysToOneAncestorAreNoCycle() {
        facts.write(Facts.derivations(edges("b>a", "c>a", "d>b", "d>c")));
        facts.write(Facts.derivations(edges("d>a")));
        assertThat(lineage.everything().derivations()).hasSize(5);
    }

    @Test
    void twoWritersCannotCloseACycleBetweenThem() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 20; round++) {
                Derivation there = edge("one" + round, "other" + round);
                Derivation back = edge("other" + round, "one" + round);
                List<Callable<Boolean>> attempts = List.of(() -> written(there), () -> written(back));
                List<Boolean> outcomes = new ArrayList<>();
                for (Future<Boolean> outcome : writers.invokeAll(attempts)) {
                    outcomes.add(outcome.get());
                }
                assertThat(outcomes).containsExactlyInAnyOrder(true, false);
            }
        } finally {
            writers.shutdownNow();
        }
    }

    private boolean written(Derivation edge) {
        try {
            facts.write(Facts.derivations(List.of(edge)));
            return true;
        } catch (LineageCycleException refused) {
            return false;
        }
    }
}

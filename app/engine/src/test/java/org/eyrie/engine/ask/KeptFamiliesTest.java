package org.eyrie.engine.ask;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.eyrie.engine.World;
import org.eyrie.engine.graph.StoredGraph;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Facts;
import org.eyrie.model.GraphState;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Stores;
import org.junit.jupiter.api.Test;

/** A family is solved once for all its members, until something changes. */
class KeptFamiliesTest {

    private static final ModelId FIRST = new ModelId("acme/a-7b");
    private static final ModelId SECOND = new ModelId("acme/mix-7b");

    private final Stores stores = World.ofOneFamily().fitted().stores();
    private final FamilySolver solver = new FamilySolver(stores, state -> new StoredGraph(stores));
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger solved = new AtomicInteger();
    private final KeptFamilies kept = new KeptFamilies(nanos::get);

    private SolvedFamily family(ModelId model, int reach) {
        Supplier<SolvedFamily> solving = () -> {
            solved.incrementAndGet();
            return solve(model, reach);
        };
        return kept.of(stores.fits().state(), model, solving, () -> true);
    }

    private SolvedFamily solve(ModelId model, int reach) {
        Moment now = solver.now();
        return now.solve(List.of(), now.graph().neighbourhood(model, reach));
    }

    @Test
    void membersShareOneSolutionAndItAnswersAsTheirOwnWould() {
        SolvedFamily first = family(FIRST, 200);
        SolvedFamily shared = family(SECOND, 200);
        assertThat(shared).isSameAs(first);
        assertThat(solved).hasValue(1);
        SolvedFamily own = solve(SECOND, 200);
        double there = requireNonNull(
                        new Forecasts(shared).of(model(shared), World.QA, true).predicted())
                .mean();
        double here = requireNonNull(
                        new Forecasts(own).of(model(own), World.QA, true).predicted())
                .mean();
        assertThat(there).isCloseTo(here, within(1e-9));
    }

    private static Model model(SolvedFamily family) {
        return family.models().stream()
                .filter(each -> each.id().equals(SECOND))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsWrittenMakesItSolvedAnew() {
        family(FIRST, 200);
        stores.facts()
                .write(Facts.evaluations(List.of(new Evaluation(SECOND, World.QA, .25, null, null, null, null, null))));
        family(FIRST, 200);
        assertThat(solved).hasValue(2);
    }

    @Test
    void oneThatWasCutOffIsSolvedForEachMember() {
        family(FIRST, 2);
        family(FIRST, 2);
        assertThat(solved).hasValue(2);
    }

    @Test
    void whatWasSolvedWhileSomethingChangedIsNotKept() {
        GraphState before = stores.fits().state();
        SolvedFamily first = kept.of(before, FIRST, () -> solve(FIRST, 200), () -> false);
        assertThat(kept.of(before, FIRST, () -> solve(FIRST, 200), () -> true)).isNotSameAs(first);
    }

    @Test
    void whatNobodyCountedIsSeenAfterAWhile() {
        family(FIRST, 200);
        nanos.set(TimeUnit.MINUTES.toNanos(9));
        family(FIRST, 200);
        assertThat(solved).hasValue(1);
        nanos.set(TimeUnit.MINUTES.toNanos(11));
        family(FIRST, 200);
        assertThat(solved).hasValue(2);
    }
}

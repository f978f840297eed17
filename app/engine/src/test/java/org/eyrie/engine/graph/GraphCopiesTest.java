package org.eyrie.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eyrie.engine.World;
import org.eyrie.model.ModelId;
import org.eyrie.model.Recipe;
import org.eyrie.model.RecipeStore;
import org.eyrie.model.Stores;
import org.junit.jupiter.api.Test;

/** A copy is there for as long as it is true, and is read while others are answered from the store. */
class GraphCopiesTest {

    private static final long ROOMY = 1L << 30;

    private final World world = World.ofOneFamily();
    private final Stores stores = world.stores();
    private final Deque<Runnable> underWay = new ArrayDeque<>();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong step = new AtomicLong();
    private final GraphCopies copies = copies(ROOMY);

    private GraphCopies copies(long room) {
        return new GraphCopies(stores, underWay::add, () -> nanos.getAndAdd(step.get()), room);
    }

    private GraphView now(GraphCopies of) {
        return of.at(stores.fits().state());
    }

    /** Reading takes so long. */
    private void read(long seconds) {
        step.set(TimeUnit.SECONDS.toNanos(seconds));
        underWay.remove().run();
        step.set(0);
    }

    /** Somebody writes while recipes are read. */
    private final class Changing implements RecipeStore {

        @Override
        public Optional<Recipe> recipe(ModelId model) {
            return stores.recipes().recipe(model);
        }

        @Override
        public List<Recipe> recipes(Collection<ModelId> models) {
            return stores.recipes().recipes(models);
        }

        @Override
        public Map<ModelId, String> methods(Collection<ModelId> models) {
            world.scored("acme/mix-7b", .5, .5);
            return stores.recipes().methods(models);
        }
    }

    @Test
    void untilItIsReadTheStoreAnswers() {
        assertThat(now(copies)).isInstanceOf(StoredGraph.class);
        assertThat(now(copies)).isInstanceOf(StoredGraph.class);
        assertThat(underWay).hasSize(1);
        read(0);
        GraphView copy = now(copies);
        assertThat(copy).isInstanceOf(GraphCopy.class).isSameAs(now(copies));
        assertThat(underWay).isEmpty();
    }

    @Test
    void whatIsWrittenMakesItReadAnew() {
        now(copies);
        read(0);
        world.scored("acme/mix-7b", .5, .5);
        assertThat(now(copies)).isInstanceOf(StoredGraph.class);
        read(0);
        assertThat(now(copies).scores()).hasSize(8);
    }

    @Test
    void aFitChangesNoFacts() {
        now(copies);
        read(0);
        GraphView copy = now(copies);
        world.fitted();
        assertThat(now(copies)).isSameAs(copy);
    }

    @Test
    void whatChangesWhileItIsReadIsNoCopy() {
        Stores changing = new Stores(
                stores.lineage(), stores.scores(), stores.fits(), stores.facts(), new Changing(), stores.history());
        GraphCopies hasty = new GraphCopies(changing, Runnable::run, nanos::get, ROOMY);
        now(hasty);
        assertThat(now(hasty)).isInstanceOf(StoredGraph.class);
    }

    @Test
    void whereFactsKeepChangingItIsSeldomRead() {
        now(copies);
        read(1);
        world.scored("acme/mix-7b", .5, .5);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(10));
        now(copies);
        assertThat(underWay).isEmpty();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(15));
        now(copies);
        assertThat(underWay).hasSize(1);
    }

    @Test
    void whatNobodyCountedIsSeenAfterAWhile() {
        now(copies);
        read(0);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(50));
        now(copies);
        assertThat(underWay).isEmpty();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(15));
        assertThat(now(copies)).isInstanceOf(GraphCopy.class); // it goes on answering meanwhile
        assertThat(underWay).hasSize(1);
    }

    @Test
    void whatDoesNotFitIsLeftInTheStore() {
        GraphCopies cramped = copies(1_000);
        now(cramped);
        read(0);
        assertThat(now(cramped)).isInstanceOf(StoredGraph.class);
    }
}

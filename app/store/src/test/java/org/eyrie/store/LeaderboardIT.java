package org.eyrie.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Facts;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.Stores;
import org.eyrie.model.WriteSummary;
import org.eyrie.model.WriteSummary.Counts;
import org.eyrie.model.memory.MemoryStores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A real leaderboard with real lineage, timed: 5,410 models, 5,318 derivations, 20,388 scores. */
@Tag("thorough")
class LeaderboardIT {

    private static final Path DATA = Path.of(System.getenv().getOrDefault("EYRIE_SHARED", "../../../shared"))
            .resolve("data");
    private static final Path SHARED = DATA.resolve("leaderboard");
    private static final Path INSTANCES = DATA.resolve("instances");

    @Test
    void theLeaderboardIsWrittenOnceAndReadAsTheMemoryReadsIt() {
        assumeTrue(Files.exists(SHARED), "No leaderboard to write: " + SHARED + " is not there");
        Facts facts = new SampleGraph(SHARED).facts();
        Neo4jStores stores = TestDatabase.emptyStores();
        WriteSummary first = timed("first write", () -> stores.ports().facts().write(facts));
        assertThat(first.models()).isEqualTo(new Counts(5_410, 0, 0));
        assertThat(first.derivations()).isEqualTo(new Counts(5_318, 0, 0));
        assertThat(first.evaluations()).isEqualTo(new Counts(20_388, 0, 0));
        WriteSummary second = timed("second write", () -> stores.ports().facts().write(facts));
        assertThat(second.models()).isEqualTo(new Counts(0, 5_410, 0));
        assertThat(second.derivations()).isEqualTo(new Counts(0, 5_318, 0));
        assertThat(second.evaluations()).isEqualTo(new Counts(0, 20_388, 0));

        Stores memory = MemoryStores.empty();
        memory.facts().write(facts);
        for (int round = 1; round <= 3; round++) {
            Neighbourhood everything = timed("everything", stores.ports().lineage()::everything);
            assertThat(everything).isEqualTo(memory.lineage().everything());
            assertThat(timed("all scores", stores.ports().scores()::all))
                    .isEqualTo(memory.scores().all());
            assertThat(timed("families", () -> stores.ports().lineage().families(null, 50)))
                    .isEqualTo(memory.lineage().families(null, 50));
            compareADeepFamily(stores, memory, everything);
        }
    }

    @Test
    void outcomesOfThreeBenchmarksAreWrittenOnceAndReadBack() {
        assumeTrue(Files.exists(INSTANCES), "No outcomes to write: " + INSTANCES + " is not there");
        Neo4jStores stores = TestDatabase.emptyStores();
        for (String benchmark : List.of("ifeval", "musr", "math")) {
            List<Evaluation> evaluations = SampleGraph.outcomes(INSTANCES.resolve(benchmark + ".csv"), benchmark);
            Facts facts = Facts.evaluations(evaluations);
            Counts first =
                    timed(benchmark, () -> stores.ports().facts().write(facts)).evaluations();
            assertThat(first).isEqualTo(new Counts(evaluations.size(), 0, 0));
            Counts second = timed(
                            benchmark + " again", () -> stores.ports().facts().write(facts))
                    .evaluations();
            assertThat(second).isEqualTo(new Counts(0, evaluations.size(), 0));
            assertThat(stores.ports().scores().outcomes(new BenchmarkId(benchmark)))
                    .containsExactlyInAnyOrderElementsOf(evaluations)
                    .hasSizeGreaterThan(300);
        }
    }

    private static void compareADeepFamily(Neo4jStores stores, Stores memory, Neighbourhood everything) {
        var deepest = memory.lineage().families(null, 10_000).rows().stream()
                .max((one, other) -> Integer.compare(one.depth(), other.depth()))
                .orElseThrow();
        assertThat(deepest.depth()).isGreaterThan(10);
        assertThat(everything.models()).anyMatch(model -> model.id().equals(deepest.founder()));
        assertThat(timed("deep descendants", () -> stores.ports().lineage().descendants(deepest.founder(), 128)))
                .isEqualTo(memory.lineage().descendants(deepest.founder(), 128));
        for (int hops : new int[] {3, 128}) {
            assertThat(timed(
                            "neighbourhood, " + hops + " hops",
                            () -> stores.ports().lineage().neighbourhood(deepest.founder(), hops, 5_000)))
                    .isEqualTo(memory.lineage().neighbourhood(deepest.founder(), hops, 5_000));
        }
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        System.out.printf("%-24s %6.0f ms%n", what, (System.nanoTime() - start) / 1e6);
        return result;
    }
}

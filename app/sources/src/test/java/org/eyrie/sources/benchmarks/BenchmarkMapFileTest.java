package org.eyrie.sources.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eyrie.model.InvalidInputException;
import org.eyrie.sources.benchmarks.Mapped.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maps of people, over the one that comes with the program. */
class BenchmarkMapFileTest {

    private static final String HOUSE = """
            format: eyrie-benchmark-map/1
            benchmarks:
              - id: House
                items: 30
                ways:
                  - combine: share
                    tasks: ["house_{part}"]
                    where: {metric: acc, filter: unstated, shots: [2]}
                    parts: {law: 10, tax: 20}
              - id: BBH
                ways: []
            left_out:
              - {tasks: [jokes], why: nobody agrees on them}
            families:
              - {task: Riddles, names: [riddle-me], metrics: {accuracy: [acc]}}
            """;

    private final Path folder;

    BenchmarkMapFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aPersonsMapAddsToTheOneThatIsThereAndReplacesWhatItNames() throws IOException {
        Mapped database = new Mapped(BenchmarkMap.shippedUnder(file(HOUSE)));
        database.load(Mapped.source(List.of(
                Figure.of("house_law", "acc", 2, 0.5),
                Figure.of("house_tax", "acc", 2, 0.8),
                Mapped.card("jokes", "acc", null, 0.1),
                Mapped.card("Riddle me", "acc", null, 0.2),
                Figure.of("leaderboard_mmlu_pro", "acc", 5, 0.3),
                Mapped.card("BBH Raw", null, null, 0.4))));
        assertThat(database.scores())
                .containsOnly(
                        entry("House", (10 * 0.5 + 20 * 0.8) / 30),
                        entry("Riddles (unstated)", 0.2),
                        entry("MMLU-Pro", 0.3),
                        entry("BBH Raw", 0.4));
        assertThat(database.benchmark("House").items()).isEqualTo(30);
    }

    @Test
    void everythingThatIsWrongWithAMapIsSaidAtOnce() throws IOException {
        Path broken = file("""
                format: eyrie-benchmark-map/2
                subtasks: maybe
                benchmarks:
                  - id: A
                    way: []
                    ways:
                      - {combine: median, tasks: [a]}
                      - {combine: normalised, tasks: [a], chance: 1}
                      - {combine: share, tasks: ["a_{part}"], parts: [x, y]}
                      - {where: {metrics: acc}}
                  - {items: 0, ways: []}
                left_out:
                  - {tasks: [b]}
                families:
                  - {task: C}
                """);
        assertThatThrownBy(() -> BenchmarkMap.shippedUnder(broken))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll(
                        "format must be eyrie-benchmark-map/1",
                        "subtasks must be keep or drop",
                        "benchmarks 1: there is no key way",
                        "benchmarks 1, ways 1: combine must be mean, share or normalised, not median",
                        "benchmarks 1, ways 2: chance must be from 0 to below 1",
                        "benchmarks 1, ways 3: a share of all items needs to know how many each part has",
                        "tasks must name at least one spelling",
                        "there is no key metrics",
                        "benchmarks 2: id must not be blank",
                        "left_out 1: why must not be blank",
                        "families 1: metrics must name at least one");
        assertThatThrownBy(() -> BenchmarkMap.shippedUnder(file("- a\n"))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> BenchmarkMap.shippedUnder(folder.resolve("none.yml")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("none.yml");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("map" + text.hashCode() + ".yml"), text);
    }
}

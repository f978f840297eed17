package org.eyrie.sources.lmeval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eyrie.model.Benchmark;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;
import org.eyrie.sources.Database;
import org.eyrie.sources.ndjson.NdjsonSource;
import org.eyrie.sources.spi.ImportReport;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.text.Input;
import org.eyrie.sources.tree.StrictJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What files of the harness say, by the cases that bind the Python client too: see their README. */
class LmEvalConformanceTest {

    private static final Path CASES =
            Path.of("../python/tests/conformance/lm_eval").toAbsolutePath().normalize();

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            List<String> names = folders.map(folder -> String.valueOf(folder.getFileName()))
                    .sorted()
                    .toList();
            assertThat(names).hasSizeGreaterThan(30);
            return names;
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void filesSayWhatIsExpectedOfThem(String name) throws IOException {
        Path folder = CASES.resolve(name);
        Map<String, Object> given = StrictJson.object(Place.of(name), Files.readString(folder.resolve("case.json")));
        LmEvalSource files = new LmEvalSource(
                List.of(folder.resolve("run")),
                given.get("model_id") instanceof String id ? new ModelId(id) : null,
                given.containsKey("allow_partial"));
        Database read = new Database();

        if (given.get("refused") instanceof List<?> words) {
            assertThatThrownBy(() -> read.load(files))
                    .as("%s", given.get("law"))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContainingAll(texts(words).toArray(String[]::new));
            assertThat(read.isEmpty()).isTrue();
        } else {
            Database expected = new Database();
            expected.load(new NdjsonSource(Input.of(folder.resolve("expected.ndjson"))));
            ImportReport report = read.load(files);
            if (given.get("noted") instanceof List<?> notes) {
                assertThat(report.notes()).extracting(Fault::reason).containsAll(texts(notes));
            }
            assertThat(Graph.of(read)).as("%s", given.get("law")).isEqualTo(Graph.of(expected));
        }
    }

    private static List<String> texts(List<?> values) {
        return values.stream().map(String::valueOf).toList();
    }

    private record Graph(
            List<Model> models,
            List<Derivation> derivations,
            List<Benchmark> benchmarks,
            List<Evaluation> scores,
            List<List<Evaluation>> outcomes,
            List<List<String>> items) {

        static Graph of(Database database) {
            Neighbourhood everything = database.stores.lineage().everything();
            List<Benchmark> benchmarks = database.stores.scores().benchmarks();
            return new Graph(
                    everything.models(),
                    everything.derivations(),
                    benchmarks,
                    database.scores(),
                    benchmarks.stream()
                            .map(benchmark -> database.stores.scores().outcomes(benchmark.id()))
                            .toList(),
                    benchmarks.stream()
                            .map(benchmark -> database.stores.scores().itemNames(benchmark.id()))
                            .toList());
        }
    }
}

package org.eyrie.sources.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Fault;
import org.eyrie.model.ModelId;
import org.eyrie.model.Outcomes;
import org.eyrie.sources.Database;
import org.eyrie.sources.spi.ImportReport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs that Inspect wrote; how is said beside them. */
class InspectSourceTest {

    private static final Path LOGS = Path.of("src/test/resources/org/eyrie/sources/inspect");
    private static final String LOG = """
            {"version": 2, "status": "%s", "eval": {"task": "acme_evals/sums", "task_version": 0, "model": "%s",
             "task_args": {"fewshot": 3}, "model_args": {}, "dataset": {"samples": 2}, "config": {}},
             "results": {"completed_samples": 2, "scores": [{"name": "match", "metrics": {"accuracy": {"value": 0.5}}}]}%s}
            """;
    private static final String SAMPLE =
            "{\"id\": \"s%d\", \"epoch\": 1, \"scores\": {\"match\": {\"value\": \"%s\"}}}";

    private final Path folder;
    private final Database database = new Database();

    InspectSourceTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void ofALogEveryScorerIsABenchmarkWithItsOutcomes() {
        load(LOGS.resolve("sums.eval"), null);

        assertThat(database.scores())
                .extracting(score -> score.benchmark().value())
                .containsExactly("toy_sums (accuracy,includes, v2)", "toy_sums (accuracy,match, v2)");
        Evaluation match = database.scores().get(1);
        assertThat(match.model()).isEqualTo(new ModelId("mockllm/toy-model"));
        assertThat(match.score()).isEqualTo(0.75);
        assertThat(match.items()).isEqualTo(4);
        assertThat(match.stderr()).isEqualTo(0.25);
        assertThat(match.measuredAt()).isNotNull();
        assertThat(match.source()).startsWith("Inspect 0.3.");
        assertThat(outcomes(match)).isEqualTo(new Outcomes("1101"));
        assertThat(database.stores.scores().itemNames(match.benchmark()))
                .containsExactly("sum-1", "sum-2", "sum-3", "sum-4");
    }

    @Test
    void aRunOfSomeSamplesIsOneOfThese() {
        load(LOGS.resolve("three-of-four-sums.json"), new ModelId("acme/mix-7b"));

        assertThat(database.scores()).hasSize(2).allSatisfy(score -> {
            assertThat(score.items()).isEqualTo(3);
            assertThat(outcomes(score)).isEqualTo(new Outcomes("101"));
        });
        assertThat(database.stores.scores().benchmarks())
                .allSatisfy(benchmark -> assertThat(benchmark.items()).isEqualTo(4));
    }

    @Test
    void samplesTriedSeveralTimesHaveNoOutcomes() {
        load(LOGS.resolve("two-epochs.json"), null);

        assertThat(database.scores()).singleElement().satisfies(score -> {
            assertThat(score.score()).isEqualTo(0.75);
            assertThat(score.items()).isEqualTo(2);
            assertThat(database.stores.scores().outcomes(score.benchmark())).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "openai/gpt-x, openai/gpt-x",
        "hf/acme/mix-7b, acme/mix-7b",
        "vllm/acme/mix-7b, acme/mix-7b",
        "openrouter/acme/mix-7b, acme/mix-7b",
        "openai-api/local/acme/mix-7b, acme/mix-7b",
    })
    void whoServesAModelIsNoPartOfItsName(String told, String model) throws IOException {
        log("log.json", LOG.formatted("success", told, ""));
        load(folder, null);

        assertThat(database.scores()).singleElement().satisfies(score -> {
            assertThat(score.model()).isEqualTo(new ModelId(model));
            assertThat(score.benchmark().value()).isEqualTo("sums (accuracy,match, 3-shot)");
        });
    }

    @Test
    void theRevisionOfAModelStandsInTheSource() throws IOException {
        log("log.json", LOG.formatted("success", "hf/acme/mix-7b@ab12", ""));
        load(folder, null);

        assertThat(database.scores()).singleElement().satisfies(score -> {
            assertThat(score.model()).isEqualTo(new ModelId("acme/mix-7b"));
            assertThat(score.source()).endsWith(", model at ab12");
        });
    }

    @Test
    void aRunThatDidNotEndIsLeftOut() throws IOException {
        log("log.json", LOG.formatted("cancelled", "openai/x", ""));

        assertThat(load(folder, null).notes())
                .extracting(Fault::reason)
                .singleElement()
                .asString()
                .contains("its status is \"cancelled\"");
    }

    @Test
    void archivesOfOlderVersionsAreReadToo() throws IOException {
        archive(Map.of(
                "header.json", LOG.formatted("success", "acme/mix-7b", ""),
                "samples/s1_epoch_1.json", SAMPLE.formatted(1, "C"),
                "samples/s2_epoch_1.json", SAMPLE.formatted(2, "N")));
        load(folder, null);

        assertThat(database.scores()).singleElement().satisfies(score -> assertThat(outcomes(score))
                .isEqualTo(new Outcomes("10")));
    }

    @Test
    void whatIsNoLogIsNamed() throws IOException {
        assertThatThrownBy(() -> load(folder, null)).hasMessageContaining("no logs of Inspect here");
        archive(Map.of("samples/s1_epoch_1.json", SAMPLE.formatted(1, "C")));
        assertThatThrownBy(() -> load(folder, null)).hasMessageContaining("no header.json");
        byte[] whole = Files.readAllBytes(LOGS.resolve("sums.eval"));
        Files.write(folder.resolve("log.eval"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> load(folder, null)).hasMessageContaining("damaged or cut off");
        Files.delete(folder.resolve("log.eval"));
        log("log.json", LOG.formatted("success", " ", ""));
        assertThatThrownBy(() -> load(folder, null)).hasMessageContaining("--model-id");
        assertThat(database.isEmpty()).isTrue();
    }

    private Outcomes outcomes(Evaluation score) {
        List<Evaluation> known = database.stores.scores().outcomes(score.benchmark());
        return java.util.Objects.requireNonNull(known.get(0).outcomes());
    }

    private void log(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void archive(Map<String, String> files) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("log.eval")))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    private ImportReport load(Path path, @Nullable ModelId model) {
        return database.load(new InspectSource(List.of(path), model, false));
    }
}

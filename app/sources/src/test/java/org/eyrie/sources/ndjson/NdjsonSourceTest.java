package org.eyrie.sources.ndjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.eyrie.sources.Database.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.LineageCycleException;
import org.eyrie.model.ModelId;
import org.eyrie.model.Outcomes;
import org.eyrie.model.Relation;
import org.eyrie.model.WriteSummary.Counts;
import org.eyrie.sources.CountingStore;
import org.eyrie.sources.Database;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.spi.ImportReport;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.text.Input;
import org.eyrie.sources.text.Spool;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NdjsonSourceTest {

    private static final String FACTS = """
            {"kind":"model","id":"acme/mix-7b","architecture":"MistralForCausalLM","parameters":7.2e9}
            {"kind":"edge","child":"acme/mix-7b","parent":"acme/a-7b","relation":"merge","weight":0.5,"evidence":"x.yml"}
            {"kind":"score","model":"acme/mix-7b","benchmark":"gsm8k","task_version":"3","metric":"exact_match",\
            "filter":"strict-match","n_shot":5,"value":0.41,"stderr":0.0135,"items":1319,"source":"lm-eval",\
            "measured_at":"2025-01-02T03:04:05Z"}
            """;
    private static final BenchmarkId GSM8K = new BenchmarkId("gsm8k (exact_match,strict-match, v3, 5-shot)");

    private final Database database = new Database();

    @Test
    void everyLineBecomesAFactWithAllItSays() {
        load(FACTS);

        assertThat(database.models()).containsExactly(new ModelId("acme/a-7b"), new ModelId("acme/mix-7b"));
        assertThat(database.edges())
                .containsExactly(new Derivation(
                        new ModelId("acme/mix-7b"), new ModelId("acme/a-7b"), Relation.MERGE, 0.5, "x.yml"));
        assertThat(database.scores())
                .containsExactly(new Evaluation(
                        new ModelId("acme/mix-7b"),
                        GSM8K,
                        0.41,
                        1319,
                        0.0135,
                        null,
                        "lm-eval",
                        Instant.parse("2025-01-02T03:04:05Z")));
        assertThat(database.stores.scores().benchmarks())
                .containsExactly(new Benchmark(
                        GSM8K, 1319, new EvaluationSetup("gsm8k", "exact_match", "strict-match", null, "3", 5, null)));
    }

    @Test
    void importingTwiceChangesNothing() {
        load(FACTS);
        ImportReport second = load(FACTS);

        assertThat(second.written().models()).isEqualTo(new Counts(0, 1, 0));
        assertThat(second.written().derivations()).isEqualTo(new Counts(0, 1, 0));
        assertThat(second.written().benchmarks()).isEqualTo(new Counts(0, 1, 0));
        assertThat(second.written().evaluations()).isEqualTo(new Counts(0, 1, 0));
    }

    @Test
    void itemsBecomeOutcomesInTheOrderOfTheirNamesAndAScoreLineStays() {
        String lines = """
                {"kind":"item","model":"a","benchmark":"t","item":"5e","value":1}
                {"kind":"item","model":"a","benchmark":"t","item":"0c","value":0}
                {"kind":"item","model":"b","benchmark":"t","item":"77","value":1}
                {"kind":"score","model":"a","benchmark":"t","value":0.5001}
                {"kind":"item","model":"b","benchmark":"t","item":"0c","value":1}
                """;
        load(lines);

        assertThat(database.stores.scores().outcomes(new BenchmarkId("t")))
                .extracting(score -> score.model() + " " + score.score() + " " + outcomes(score))
                .containsExactly("a 0.5001 01-", "b 1.0 1-1");
        assertThat(load(lines).written().evaluations()).isEqualTo(new Counts(0, 2, 0));
    }

    @Test
    void itemsOfTwoImportsLineUpByTheirNamesAndADryRunKnowsThat() {
        String first = """
                {"kind":"item","model":"a","benchmark":"t","item":"5e","value":1}
                {"kind":"item","model":"a","benchmark":"t","item":"77","value":0}
                """;
        load(first);
        load("""
                {"kind":"item","model":"b","benchmark":"t","item":"0c","value":1}
                {"kind":"item","model":"b","benchmark":"t","item":"77","value":1}
                """);

        assertThat(database.stores.scores().itemNames(new BenchmarkId("t"))).containsExactly("5e", "77", "0c");
        assertThat(database.stores.scores().outcomes(new BenchmarkId("t")))
                .extracting(NdjsonSourceTest::outcomes)
                .containsExactly("10-", "-11");
        assertThat(database.load(
                                new NdjsonSource(Database.file("again.ndjson", first)),
                                ImportOptions.DEFAULT.withDryRun(true))
                        .written()
                        .evaluations())
                .isEqualTo(new Counts(0, 1, 0));
    }

    private static String outcomes(Evaluation score) {
        Outcomes outcomes = score.outcomes();
        return outcomes == null ? "" : outcomes.value();
    }

    @Test
    void unknownKeysAreIgnoredAndCounted() {
        ImportReport report = load("{\"kind\":\"model\",\"id\":\"a\",\"likes\":3}\n{\"kind\":\"model\",\"id\":\"b\","
                + "\"likes\":4,\"x\":[1]}\n{\"kind\":\"model\",\"id\":\"c\",\"likes\":null}\n");

        assertThat(report.ignored()).isEqualTo(Map.of("likes", 2L, "x", 1L));
        assertThat(report.written().models().created()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"kind\":\"model\",\"id\" | This is no JSON object: Unexpected end-of-input within/between Object entries",
                "[1] | This is a list, not a JSON object",
                "null | This is null, not a JSON object",
                "{\"kind\":\"model\",\"id\":\"a\"} {} | Something follows the JSON object",
                "{\"kind\":\"model\",\"id\":\"a\",\"id\":\"b\"} | This is no JSON object: Duplicate field 'id'",
                "{\"id\":\"a\"} | kind must be one of model, traits, edge, score, item, and is missing",
                "{\"kind\":\"node\",\"id\":\"a\"} | kind must be one of model, traits, edge, score, item, not \"node\"",
                "{\"kind\":\"model\",\"id\":7} | id must be a model's name, not 7",
                "{\"kind\":\"model\",\"id\":\" \"} | id must not be blank",
                "{\"kind\":\"model\",\"id\":\"a\",\"parameters\":\"7B\"} | parameters must be a number, not \"7B\"",
                "{\"kind\":\"edge\",\"child\":\"a\",\"parent\":\"a\"} | A model cannot be its own parent: a",
                "{\"kind\":\"edge\",\"child\":\"a\",\"parent\":\"b\",\"weight\":-1} | A weight must be between 0 and 1: -1.0",
                "{\"kind\":\"edge\",\"child\":\"a\",\"parent\":\"b\",\"relation\":[]} | relation must be text, not a list",
                "{\"kind\":\"score\",\"model\":\"a\",\"benchmark\":\"t\",\"value\":NaN} | This is no JSON object: Non-standard token 'NaN'",
                "{\"kind\":\"score\",\"model\":\"a\",\"benchmark\":\"t\",\"value\":41} | value must be a number between 0 and 1; score must",
                "{\"kind\":\"score\",\"model\":\"a\",\"benchmark\":\"t\",\"value\":\"0.4\"} | value must be a number, not \"0.4\"; value must be",
                "{\"kind\":\"score\",\"model\":\"a\",\"benchmark\":\"t\",\"value\":0.4,\"items\":0} | at least one item, not 0",
                "{\"kind\":\"score\",\"model\":\"a\",\"value\":0.4} | benchmark must not be blank",
                "{\"kind\":\"item\",\"model\":\"a\",\"benchmark\":\"t\",\"item\":\"x\",\"value\":2} | value of an item must be 0 or 1",
            })
    void aBadLineIsNamedAndNothingIsWritten(String line, String reason) {
        var refused = catchThrowableOfType(InvalidInputException.class, () -> load(FACTS + "\n" + line + "\n"));

        assertThat(refused.faults()).hasSize(1).first().satisfies(fault -> {
            assertThat(fault.where()).isEqualTo("facts.ndjson line 5");
            assertThat(fault.reason()).contains(reason.replace("value must be a number between 0 and 1; ", ""));
        });
        assertThat(database.isEmpty()).isTrue();
    }

    @Test
    void nestingWithoutEndIsABadLineNotAStackOverflow() {
        var refused = catchThrowableOfType(
                InvalidInputException.class, () -> load("{\"kind\":" + "[".repeat(500_000) + "\n"));

        assertThat(refused.faults().get(0).reason()).contains("nesting depth");
    }

    @Test
    void goodLinesAreWrittenWhereBadOnesMayBeSkipped() {
        ImportReport report = load("nonsense\n" + FACTS, ImportOptions.DEFAULT.withSkipBadRows(true));

        assertThat(report.rejected()).extracting(Fault::where).containsExactly("facts.ndjson line 1");
        assertThat(database.scores()).hasSize(1);
    }

    @Test
    void contradictionsAndCyclesAcrossTwoImportsAreRefused() {
        load("{\"kind\":\"edge\",\"child\":\"a\",\"parent\":\"b\",\"relation\":\"merge\"}\n");

        assertThatThrownBy(() -> load("{\"kind\":\"edge\",\"child\":\"b\",\"parent\":\"a\"}\n"))
                .isInstanceOf(LineageCycleException.class);
        assertThatThrownBy(() -> load("""
                        {"kind":"edge","child":"c","parent":"b","relation":"merge","weight":0.4}
                        {"kind":"edge","child":"c","parent":"b","relation":"merge","weight":0.6}
                        """))
                .hasMessageContaining("line 2: The edge c -> b stands twice: on line 1 with weight 0.4");
        assertThat(database.edges()).hasSize(1);
    }

    @Test
    @Tag("thorough")
    void aMillionLinesPassInBoundedMemory() {
        CountingStore counting = new CountingStore();
        Input million = new Input("million.ndjson", -1, MillionLines::new);

        database.importer(counting).run(new NdjsonSource(million), ImportOptions.DEFAULT, Progress.NONE);

        assertThat(counting.models() + counting.edges() + counting.scores()).isEqualTo(MillionLines.LINES);
        assertThat(counting.writes()).isLessThan(MillionLines.LINES / 1_000);
    }

    @Test
    void aStreamThatComesOnlyOnceIsSpooledAndItsFileDeleted() throws IOException {
        Path before;
        try (Spool spool = Spool.of("standard input", stream(FACTS), 10_000)) {
            database.load(new NdjsonSource(spool.input()));
            before = newest();
            assertThat(before).exists();
        }
        assertThat(before).doesNotExist();
        assertThat(database.scores()).hasSize(1);
        assertThatThrownBy(() -> Spool.of("standard input", stream(FACTS), 100))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("longer than 100 bytes");
    }

    private static Path newest() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.toString().endsWith(".spool"))
                    .max(java.util.Comparator.comparing(file -> file.toFile().lastModified()))
                    .orElseThrow();
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private ImportReport load(String lines) {
        return load(lines, ImportOptions.DEFAULT);
    }

    private ImportReport load(String lines, ImportOptions options) {
        return database.load(new NdjsonSource(file("facts.ndjson", lines)), options);
    }

    /** Models, a chain of edges between them, and scores. */
    private static final class MillionLines extends InputStream {

        static final int LINES = 1_000_000;

        private int line;
        private ByteArrayInputStream bytes = new ByteArrayInputStream(new byte[0]);

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int read = bytes.read(buffer, offset, length);
            if (read >= 0 || line == LINES) {
                return read;
            }
            StringBuilder text = new StringBuilder();
            for (int ahead = 0; ahead < 1_000; ahead++, line++) {
                text.append(fact(line)).append('\n');
            }
            bytes = new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
            return bytes.read(buffer, offset, length);
        }

        private static String fact(int line) {
            String model = "acme/model-" + line / 5;
            return switch (line % 5) {
                case 0 -> "{\"kind\":\"model\",\"id\":\"" + model + "\"}";
                case 1 ->
                    "{\"kind\":\"edge\",\"child\":\"" + model + "\",\"parent\":\"acme/model-" + (line / 5 - 1) + "\"}";
                default ->
                    "{\"kind\":\"score\",\"model\":\"" + model + "\",\"benchmark\":\"b" + line % 5
                            + "\",\"value\":0.5,\"items\":100}";
            };
        }
    }
}

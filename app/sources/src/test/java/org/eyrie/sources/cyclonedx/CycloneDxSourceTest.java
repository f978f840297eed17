package org.eyrie.sources.cyclonedx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eyrie.sources.Database.file;

import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Recipe;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.eyrie.sources.Database;
import org.eyrie.sources.benchmarks.KnownScales;
import org.eyrie.sources.export.CycloneDxExport;
import org.eyrie.sources.export.GraphExport;
import org.eyrie.sources.spi.ImportReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CycloneDxSourceTest {

    private static final ModelId OWL = new ModelId("lab/owl \"7b\" <ß>");
    private static final ModelId MIX = new ModelId("local:mix");
    private static final BenchmarkId POND = new BenchmarkId("pond (acc, 5-shot)");

    private final Database database = new Database();

    @Test
    void whatWasExportedComesBackAsItWas() throws Exception {
        GraphExport graph = new GraphExport(
                List.of(
                        new Model(
                                OWL,
                                new Traits(
                                        "OwlForCausalLM",
                                        7.25,
                                        "chat",
                                        "bf16",
                                        true,
                                        false,
                                        LocalDate.of(2024, 1, 2),
                                        "apache license 2.0"),
                                "ab12"),
                        Model.stub(MIX)),
                List.of(new Derivation(MIX, OWL, Relation.MERGE, 0.25, "x.yml: \"y\"")),
                List.of(
                        new Benchmark(
                                POND, 1400, new EvaluationSetup("pond", "acc", "strict", "harness", "3", 5, false)),
                        Benchmark.stub(new BenchmarkId("Lake"))),
                List.of(
                        new Evaluation(OWL, new BenchmarkId("Lake"), 1 / 3.0, null, null, null, null, null),
                        new Evaluation(
                                OWL, POND, 0.25, 1319, 0.01, null, "here", Instant.parse("2025-03-01T12:00:00.5Z"))),
                List.of(),
                List.of(new Recipe(MIX, "linear", "# kept;\r\n\"models\": [] # , \n\n", "weight", "x.yml")),
                Map.of());

        load(written(graph));

        assertThat(database.stores.lineage().everything().models()).containsExactlyInAnyOrderElementsOf(graph.models());
        assertThat(database.edges()).isEqualTo(graph.derivations());
        assertThat(database.stores.scores().benchmarks()).containsExactlyInAnyOrderElementsOf(graph.benchmarks());
        assertThat(database.scores()).containsExactlyInAnyOrderElementsOf(graph.evaluated());
        assertThat(database.stores.recipes().recipe(MIX))
                .contains(graph.recipes().get(0));
        long version = database.stores.facts().version();
        load(written(graph));
        assertThat(database.stores.facts().version()).isEqualTo(version);
    }

    @Test
    void billsOfOthersAreReadAsFarAsTheySpeakOfLineageAndScores() {
        ImportReport report = load("""
                {"bomFormat": "CycloneDX", "specVersion": "1.5",
                 "metadata": {"component": {"type": "machine-learning-model", "name": "owl-chat", "group": "lab",
                   "bom-ref": "owl-chat", "version": "1.2", "licenses": [{"license": {"id": "MIT"}}],
                   "pedigree": {"ancestors": [
                     {"type": "machine-learning-model", "name": "x",
                      "purl": "pkg:huggingface/lab/owl@0123456789abcdef0123456789abcdef01234567"},
                     {"type": "data", "name": "letters"}]},
                   "modelCard": {"modelParameters": {"modelArchitecture": "OwlForCausalLM"},
                     "quantitativeAnalysis": {"performanceMetrics": [
                      {"type": "accuracy", "value": "71.5", "slice": "Pond"},
                      {"type": "accuracy", "value": "0.64%", "slice": "Lake"},
                      {"type": "perplexity", "value": "5.1", "slice": "Lake"},
                      {"type": "GSM8K", "value": "0.52"},
                      {"type": "accuracy", "value": "0.9"}]}}}},
                 "components": [
                  {"type": "machine-learning-model", "name": "judge", "bom-ref": "j"},
                  {"type": "data", "name": "letters", "bom-ref": "d"},
                  {"type": "application", "name": "app", "components": [
                    {"type": "machine-learning-model", "name": "lab/inner", "group": "lab", "bom-ref": "i"}]}],
                 "dependencies": [{"ref": "owl-chat", "dependsOn": ["j", "d", "nothing"]}, {"ref": "d"}]}
                """);

        assertThat(database.edges())
                .extracting(edge -> edge.child() + " " + edge.relation() + " " + edge.parent() + " " + edge.evidence())
                .containsExactlyInAnyOrder(
                        "lab/owl-chat UNKNOWN lab/owl bill.json: pedigree.ancestors",
                        "lab/owl-chat UNKNOWN judge bill.json: dependencies");
        assertThat(database.models()).contains(new ModelId("lab/inner")).doesNotContain(new ModelId("letters"));
        assertThat(database.scores())
                .extracting(score -> score.benchmark() + " " + score.score())
                .containsExactlyInAnyOrder("Pond (accuracy) 0.715", "Lake (accuracy) 0.0064", "GSM8K 0.52");
        Model chat = database.stores.lineage().find(new ModelId("lab/owl-chat")).orElseThrow();
        assertThat(chat.revision()).isEqualTo("1.2");
        assertThat(chat.traits().license()).isEqualTo("MIT");
        assertThat(database.stores
                        .lineage()
                        .find(new ModelId("lab/owl"))
                        .orElseThrow()
                        .revision())
                .startsWith("0123");
        assertThat(report.notes()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<bom xmlns='http://cyclonedx.org/schema/bom/1.6'/> | This is XML",
                "{} | bomFormat must be",
                "{\"bomFormat\": \"SPDX\"} | bomFormat must be",
                "[] | ",
            })
    void whatIsNoBillIsRefused(String text, String reason) {
        assertThatThrownBy(() -> load(text)).hasMessageContaining(reason == null ? "" : reason);
        assertThat(database.isEmpty()).isTrue();
    }

    private ImportReport load(String text) {
        return database.load(new CycloneDxSource(file("bill.json", text), KnownScales.shipped()));
    }

    private static String written(GraphExport graph) throws Exception {
        StringWriter out = new StringWriter();
        CycloneDxExport.write(graph, out, Instant.EPOCH, new UUID(1, 2));
        return out.toString();
    }
}

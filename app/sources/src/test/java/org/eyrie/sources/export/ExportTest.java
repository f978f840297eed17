package org.eyrie.sources.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.cyclonedx.Version;
import org.cyclonedx.model.Component;
import org.cyclonedx.parsers.JsonParser;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.FitId;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Prediction;
import org.eyrie.model.Recipe;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.eyrie.sources.Database;
import org.eyrie.sources.leaderboard.LeaderboardFiles;
import org.eyrie.sources.text.Input;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {

    private static final ModelId BASE = new ModelId("acme/base \"7b\", x'; DROP");
    private static final ModelId MIX = new ModelId("mix<&>é😀");
    private static final BenchmarkId BENCHMARK = new BenchmarkId("gsm8k (exact_match,strict-match, v3, 5-shot)");
    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00.123456789Z");
    private static final GraphExport GRAPH = new GraphExport(
            List.of(
                    new Model(
                            BASE,
                            new Traits(
                                    "LlamaForCausalLM",
                                    7.2,
                                    "chat",
                                    "bf16",
                                    true,
                                    false,
                                    LocalDate.of(2024, 1, 2),
                                    "a\nb"),
                            "ab12"),
                    Model.stub(MIX)),
            List.of(new Derivation(MIX, BASE, Relation.MERGE, 0.25, "x.yml: \"y\"")),
            List.of(new Benchmark(
                    BENCHMARK,
                    1400,
                    new EvaluationSetup("gsm8k", "exact_match", "strict-match", "harness", "3", 5, false))),
            List.of(new Evaluation(BASE, BENCHMARK, 0.25, 1319, 0.01, null, "here", NOON)),
            List.of(
                    new Prediction(MIX, BENCHMARK, 0.5, 0.4, 0.6, 0.9, new FitId("f1"), null),
                    new Prediction(
                            BASE,
                            BENCHMARK,
                            0.26,
                            0.2,
                            0.3,
                            0.9,
                            new FitId("f1"),
                            new Prediction.LeftOut(0.31, 0.21, 0.41))),
            List.of(new Recipe(MIX, "linear", "# kept;\r\n\"models\": [] # , \n\n", "weight, normalised", "x.yml")),
            Map.of(BENCHMARK, List.of("it's one", "two")));

    @Test
    void tablesCanBeImportedAgainAndMakeTheSameGraph(@TempDir Path folder) throws Exception {
        CsvExport.write(GRAPH, folder);
        Database database = new Database();
        LeaderboardFiles tables = new LeaderboardFiles(
                Input.of(folder.resolve("models.csv")),
                Input.of(folder.resolve("benchmarks.csv")),
                Input.of(folder.resolve("edges.csv")),
                Input.of(folder.resolve("scores.csv")),
                Input.of(folder.resolve("recipes.csv")));
        database.load(tables);

        assertThat(database.stores.lineage().everything().models()).containsExactlyInAnyOrderElementsOf(GRAPH.models());
        assertThat(database.edges()).isEqualTo(GRAPH.derivations());
        assertThat(database.stores.scores().benchmarks()).isEqualTo(GRAPH.benchmarks());
        assertThat(database.scores()).isEqualTo(GRAPH.evaluated());
        assertThat(database.stores.recipes().recipes(List.of(BASE, MIX))).isEqualTo(GRAPH.recipes());
        long version = database.stores.facts().version();
        database.load(tables);
        assertThat(database.stores.facts().version()).as("a second time").isEqualTo(version);
        assertThat(Files.readAllLines(folder.resolve("predictions.csv")))
                .contains("mix<&>é😀,\"" + BENCHMARK + "\",0.5,0.4,0.6,0.9,f1,,,")
                .anyMatch(line -> line.endsWith(",0.26,0.2,0.3,0.9,f1,0.31,0.21,0.41"));
    }

    @Test
    void theBillOfMaterialsIsValidAndHoldsPedigreeAndIntervals() throws Exception {
        StringWriter out = new StringWriter();
        CycloneDxExport.write(GRAPH, out, Instant.parse("2025-01-02T03:04:05Z"), new UUID(7, 8));
        JsonParser parser = new JsonParser();
        byte[] bytes = out.toString().getBytes(StandardCharsets.UTF_8);

        assertThat(parser.validate(bytes, Version.VERSION_16)).isEmpty();
        assertThat(parser.validate(
                        out.toString()
                                .replace("machine-learning-model", "machine")
                                .getBytes(StandardCharsets.UTF_8),
                        Version.VERSION_16))
                .isNotEmpty();
        Component mix = parser.parse(bytes).getComponents().get(1);
        Component parent = mix.getPedigree().getAncestors().getComponents().get(0);
        assertThat(parent.getGroup() + "/" + parent.getName()).isEqualTo(BASE.value());
        var metric = mix.getModelCard()
                .getQuantitativeAnalysis()
                .getPerformanceMetrics()
                .get(0);
        assertThat(metric.getSlice()).isEqualTo(BENCHMARK.value());
        assertThat(metric.getConfidenceInterval().getLowerBound()).isEqualTo("0.4");
        assertThat(metric.getType()).startsWith("predicted score, ");
        var beside = parser.parse(bytes)
                .getComponents()
                .get(0)
                .getModelCard()
                .getQuantitativeAnalysis()
                .getPerformanceMetrics()
                .get(1);
        assertThat(beside.getType()).startsWith("predicted score without the measured one");
        assertThat(beside.getValue()).isEqualTo("0.31");
    }

    @Test
    void graphmlIsXmlThatSaysTheSame() throws Exception {
        StringWriter out = new StringWriter();
        GraphmlExport.write(GRAPH, out);
        var document = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toString().getBytes(StandardCharsets.UTF_8)));

        var edge = document.getElementsByTagName("edge").item(0).getAttributes();
        var nodes = document.getElementsByTagName("node");
        assertThat(nodes.getLength()).isEqualTo(2);
        assertThat(nodes.item(0).getAttributes().getNamedItem("id").getNodeValue())
                .matches("n[0-9a-f]{20}")
                .isEqualTo(edge.getNamedItem("source").getNodeValue())
                .isNotEqualTo(edge.getNamedItem("target").getNodeValue());
        assertThat(nodes.item(1).getAttributes().getNamedItem("id").getNodeValue())
                .isEqualTo(edge.getNamedItem("target").getNodeValue());
        assertThat(nodes.item(0).getFirstChild().getTextContent()).isEqualTo(BASE.value());
        var keys = document.getElementsByTagName("key");
        assertThat(keys.item(5).getAttributes().getNamedItem("attr.name").getNodeValue())
                .isEqualTo("predicted " + BENCHMARK);
        for (int at = 0; at < keys.getLength(); at++) {
            assertThat(keys.item(at).getAttributes().getNamedItem("id").getNodeValue())
                    .matches("d\\d+");
        }
        assertThat(out.toString())
                .as("without its own score")
                .contains(">0.31<")
                .doesNotContain(">0.26<");
    }

    @Test
    void textNeverLeavesItsQuotesInAStatement() throws Exception {
        StringWriter out = new StringWriter();
        CypherExport.write(GRAPH, out);

        assertThat(out.toString())
                .contains("{id: 'acme/base \\u00227b\\u0022, x\\'\\u003B DROP'")
                .contains("license: 'a\\u000Ab'")
                .contains("'mix<&>\\u00E9\\uD83D\\uDE00'")
                .contains("weight: 0.25")
                .contains("left_out_mean: 0.31", "left_out_mean: null")
                .doesNotContain("$rows");
        assertThat(out.toString().chars().filter(character -> character == ';')).hasSize(11);
    }
}

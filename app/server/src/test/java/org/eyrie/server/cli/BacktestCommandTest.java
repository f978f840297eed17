package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.Facts;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.eyrie.server.Sample;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestCommandTest extends CommandLineTest {

    private static final int CHILDREN = 30;
    private static final BenchmarkId RARE = new BenchmarkId("rare <b>&\"quoted\"</b>");

    @TempDir
    private Path folder = Path.of(".");

    @BeforeEach
    void manyChildren() {
        List<Model> models = new ArrayList<>();
        List<Derivation> edges = new ArrayList<>();
        List<Evaluation> scores = new ArrayList<>();
        for (int k = 0; k < CHILDREN; k++) {
            ModelId id = new ModelId("kin/child" + k);
            LocalDate uploaded = LocalDate.of(2024, 1 + k % 12, 1);
            models.add(new Model(
                    id, new Traits("LlamaForCausalLM", 7.0, "chat", "bfloat16", true, false, uploaded, "mit")));
            edges.add(new Derivation(id, new ModelId(Sample.BASE), Relation.FINETUNE, null, null));
            scores.add(score(id, Sample.MATH, (20 + k) / 100.0));
            scores.add(score(id, Sample.QA, (50 + k) / 100.0));
            if (k < 4) {
                scores.add(score(id, RARE, 0.4));
            }
        }
        sample().stores()
                .facts()
                .write(new Facts(models, edges, List.of(new Benchmark(RARE, 50, EvaluationSetup.UNKNOWN)), scores));
    }

    /** Twelve of January 2025 and twelve of February, whose scores are far from the others'. */
    private void laterChildren() {
        List<Model> models = new ArrayList<>();
        List<Derivation> edges = new ArrayList<>();
        List<Evaluation> scores = new ArrayList<>();
        for (int k = 0; k < 24; k++) {
            ModelId id = new ModelId("kin/later" + k);
            LocalDate uploaded = LocalDate.of(2025, 1 + k % 2, 1);
            models.add(new Model(
                    id, new Traits("LlamaForCausalLM", 7.0, "chat", "bfloat16", true, false, uploaded, "mit")));
            edges.add(new Derivation(id, new ModelId(Sample.BASE), Relation.FINETUNE, null, null));
            scores.add(score(id, Sample.MATH, (60 + k) / 100.0));
        }
        sample().stores().facts().write(new Facts(models, edges, List.of(), scores));
    }

    private static Evaluation score(ModelId model, BenchmarkId benchmark, double score) {
        return new Evaluation(model, benchmark, score, 100, null, null, "test", null);
    }

    @Test
    void aBenchmarkOfFewCellsHasARowAndNoPartInTheMeans() {
        Run run = eyrie("backtest", "--protocol", "cold-start", "--per-benchmark", "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json()).extracting(row -> row.get("benchmark").asText()).contains(RARE.value(), "weighted mean");
        assertThat(run.json())
                .filteredOn(row -> row.get("benchmark").asText().equals("mean"))
                .allSatisfy(row -> assertThat(row.get("cells").asInt()).isEqualTo(CHILDREN * 2 + 3));
        assertThat(run.json())
                .filteredOn(row -> row.get("benchmark").asText().equals("all cells"))
                .allSatisfy(row -> {
                    assertThat(row.get("cells").asInt()).isEqualTo(CHILDREN * 2 + 3 + 4);
                    assertThat(row.get("pearson").isNull()).isTrue();
                });
        assertThat(run.err())
                .contains("cold-start: fewer than 10 cells, so no part in the means over benchmarks: " + RARE.value());
    }

    @Test
    void everyCellGoesToAFile() throws IOException {
        Path cells = folder.resolve("cells.csv");
        Run run = eyrie("backtest", "--protocol", "cold-start", "--out", cells.toString(), "--baseline", "boosting");
        Assumptions.assumeFalse(run.err().contains("native library of LightGBM cannot be loaded"), run.err());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("boosting", "parent mean", "LRMF");
        List<String> lines = Files.readAllLines(cells);
        assertThat(lines)
                .hasSize(1 + CHILDREN * 2 + 3 + 4)
                .first()
                .isEqualTo("protocol,round,model,benchmark,measured,predicted,lower,upper,global_mean,"
                        + "architecture_size_mean,parent_mean,plain_factorisation,biased_factorisation,paper,boosting");
        assertThat(lines).anyMatch(line -> line.matches("cold-start,[1-5],kin/child7,QA,0\\.57,0\\.\\d+,.*"));
        assertThat(run.err()).contains("Wrote " + (lines.size() - 1) + " cells to " + cells);
    }

    @Test
    void aReportIsOnePageWithoutOutsidePartsOrScripts() throws IOException {
        Path report = folder.resolve("report.html");
        Run run = eyrie("backtest", "--protocol", "cold-start", "--protocol", "cells", "--report", report.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        String page = Files.readString(report);
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains(
                        "Calibration", "By size", "5 to 10 B", "2024 Q1", "href=\"#cells-30-\"", "prefers-color-scheme")
                .contains("Cannot run cells 90%")
                .contains("rare &lt;b&gt;&amp;&quot;quoted&quot;&lt;/b&gt;")
                .doesNotContain("<b>", "<script", "http:", "https:", "src=", "url(", "@import");
        assertThat(page.split("<section", -1)).hasSize(1 + 5);
    }

    @Test
    void blocksOfTimeArePredictedOneAfterTheOtherAndHaveAMean() {
        laterChildren();
        Run run = eyrie(
                "backtest", "--protocol", "late", "--from", "2024-05-01,2024-09-01", "--until", "2025-02-01", "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        List<JsonNode> ours = new ArrayList<>();
        run.json().forEach(row -> {
            if (row.get("predictor").asText().equals("LRMF")
                    && row.get("benchmark").asText().equals("mean")) {
                ours.add(row);
            }
        });
        assertThat(ours)
                .extracting(row -> row.get("protocol").asText())
                .containsExactly(
                        "late 2024-05-01 until 2024-09-01",
                        "late 2024-09-01 until 2025-02-01",
                        "late, mean of 2 blocks");
        // Eight children of autumn and twelve of January, none of February. On the other benchmark eight are too few.
        assertThat(ours.get(1).get("cells").asInt()).isEqualTo(8 + 12);
        double first = ours.get(0).get("rmse").asDouble();
        double second = ours.get(1).get("rmse").asDouble();
        assertThat(ours.get(2).get("rmse").asDouble()).isCloseTo((first + second) / 2, within(2e-4));
        Run wrong = eyrie("backtest", "--protocol", "late", "--from", "2024-09-01", "--until", "2024-05-01");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("2024-09-01 cannot end on 2024-05-01");
    }

    @Test
    void whereAFileCannotBeWrittenNothingIsWorkedOut() {
        Path missing = folder.resolve("nowhere").resolve("cells.csv");
        Run run = eyrie("backtest", "--out", missing.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("there is no folder", "Make it first");
        assertThat(eyrie("backtest", "--report", folder.toString()).err()).contains("is a folder");
        String one = folder.resolve("one").toString();
        assertThat(eyrie("backtest", "--report", one, "--out", one).err()).contains("are one file");
        assertThat(eyrie("backtest", "--protocol", "items", "--report", one).err())
                .contains("goes with neither");
        assertThat(eyrie("backtest", "--baseline", "magic").exitCode()).isEqualTo(2);
    }
}

package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Facts;
import org.eyrie.model.ModelId;
import org.eyrie.model.Outcomes;
import org.eyrie.server.Sample;
import org.eyrie.server.SampleItems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemsTest extends CommandLineTest {

    @TempDir
    private Path folder = Path.of(".");

    @BeforeEach
    void riddles() {
        sample().stores().facts().write(SampleItems.facts());
    }

    private String file(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines).toString();
    }

    private static List<String> allRight(int items) {
        return IntStream.range(-1, items)
                .mapToObj(item -> item < 0 ? "item,correct" : item + ",1")
                .toList();
    }

    @Test
    void everyItemOfABenchmarkIsPredictedAndTheWholeInASentence() {
        fit();
        Run run = eyrie("predict", "--model", SampleItems.NEW, "--items", "Riddles", "--format", "csv");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines())
                .hasSize(1 + SampleItems.ITEMS)
                .first()
                .isEqualTo("item,observed,probability,lower,upper");
        assertThat(run.err()).contains("on all of Riddles", "from 0 of its 60 items");
    }

    @Test
    void observedItemsMoveTheWholeBenchmark() throws IOException {
        fit();
        JsonNode before = eyrie("predict", "--model", SampleItems.NEW, "--items", "Riddles", "--json")
                .json();
        String right = file("right.csv", allRight(20));
        JsonNode after = eyrie(
                        "predict", "--model", SampleItems.NEW, "--items", "Riddles", "--observed", right, "--json")
                .json();
        assertThat(after.get("whole").get("mean").asDouble())
                .isGreaterThan(before.get("whole").get("mean").asDouble());
        assertThat(after.get("evidence").get("itemsObserved").asInt()).isEqualTo(20);
        assertThat(after.get("items").get(0).get("observed").asBoolean()).isTrue();
        assertThat(after.get("items").get(30).get("observed").isNull()).isTrue();
    }

    @Test
    void aPlanNamesUnseenItemsCheapOnesFirstAndOtherBenchmarks() throws IOException {
        fit();
        String cost = file("cost.csv", List.of("item,cost", "0,500", "1,500"));
        String seen = file("seen.csv", allRight(5));
        JsonNode plan = eyrie(
                        "next-items",
                        SampleItems.NEW,
                        "--benchmark",
                        "Riddles",
                        "--count",
                        "7",
                        "--cost",
                        cost,
                        "--observed",
                        seen,
                        "--json")
                .json();
        assertThat(plan.get("items")).hasSize(7);
        plan.get("items").forEach(run -> {
            assertThat(run.get("item").asInt()).isGreaterThanOrEqualTo(5);
            assertThat(run.get("cost").asDouble()).isEqualTo(1);
        });
        assertThat(plan.get("itemsKnown").asInt()).isEqualTo(5);
        assertThat(plan.get("measured")).isEmpty();
        assertThat(plan.get("benchmarks").findValuesAsText("benchmark")).contains("MATH Lvl 5", "QA");
        Run table = eyrie("next-items", SampleItems.NEW, "--benchmark", "Riddles", "--target-width", "0.15");
        assertThat(table.out()).contains("Now: riddler/new-7b on all of Riddles", "expected_width", "run whole");
    }

    @Test
    void whatIsMeasuredAlreadyIsToldBeforeMoreIsAskedFor() {
        String known = SampleItems.id(1);
        sample().stores()
                .facts()
                .write(Facts.evaluations(
                        List.of(new Evaluation(new ModelId(known), Sample.QA, 0.5, 100, null, null, "test", null))));
        fit();
        JsonNode plan =
                eyrie("next-items", known, "--benchmark", "Riddles", "--json").json();
        assertThat(plan.get("itemsKnown").asInt()).isEqualTo(SampleItems.ITEMS);
        assertThat(plan.get("items")).isEmpty();
        assertThat(plan.get("measured").findValuesAsText("benchmark")).containsExactly("Riddles", "QA");
        assertThat(plan.get("benchmarks").findValuesAsText("benchmark")).containsExactly("MATH Lvl 5");
        assertThat(plan.get("warnings").toString()).contains("Riddles was measured whole already");
        assertThat(eyrie("next-items", known, "--benchmark", "Riddles").out())
                .contains("Known already: 60 items of Riddles; scores: Riddles 0.", ", QA 0.500.");
    }

    /** The ten easiest items, all answered: a share of 1 that says little. */
    private void runTheEasiest(String model) {
        List<Integer> easiest = IntStream.range(0, SampleItems.ITEMS)
                .boxed()
                .sorted(Comparator.comparingLong(ItemsTest::right).reversed())
                .limit(10)
                .toList();
        StringBuilder outcomes = new StringBuilder("-".repeat(SampleItems.ITEMS));
        easiest.forEach(item -> outcomes.setCharAt(item, '1'));
        Evaluation run = new Evaluation(
                new ModelId(model),
                SampleItems.RIDDLES,
                1,
                10,
                null,
                new Outcomes(outcomes.toString()),
                "run by hand",
                null);
        sample().stores().facts().write(new Facts(List.of(), List.of(), List.of(), List.of(run)));
    }

    private static long right(int item) {
        return SampleItems.outcomes().stream()
                .filter(line -> line.charAt(item) == '1')
                .count();
    }

    @Test
    void aRunOfTheEasiestItemsIsNoPerfectScoreAtOnceAndAfterTheNextFit() throws IOException {
        fit();
        double unrun = mean(predicted());
        runTheEasiest(SampleItems.NEW);
        JsonNode atOnce = predicted();
        assertThat(atOnce.get("measured").asDouble()).isEqualTo(1);
        assertThat(mean(atOnce)).isBetween(unrun - 0.05, 0.93);
        assertThat(atOnce.get("warnings").toString()).contains("of 10 of the 60 items of Riddles");
        fit();
        assertThat(mean(predicted())).isCloseTo(mean(atOnce), within(0.05));
    }

    private JsonNode predicted() throws IOException {
        return eyrie("predict", "--model", SampleItems.NEW, "--benchmark", "Riddles", "--json")
                .json()
                .get(0);
    }

    private static double mean(JsonNode prediction) {
        return prediction.get("predicted").asDouble();
    }

    @Test
    void everyFaultOfAFileIsListedWithItsLine() throws IOException {
        fit();
        String wrong = file("wrong.csv", List.of("item,correct", "0,yes", "x,1", "3,1", "3,0"));
        Run run = eyrie("predict", "--model", SampleItems.NEW, "--items", "Riddles", "--observed", wrong);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("line 2", "\"yes\"", "line 3", "\"x\"", "line 5", "twice");
        String beyond = file("beyond.csv", List.of("item,correct", "60,1", "99,1"));
        assertThat(eyrie("next-items", SampleItems.NEW, "--benchmark", "Riddles", "--observed", beyond)
                        .err())
                .contains("observed item 60", "observed item 99", "0 to 59");
    }

    @Test
    void aBenchmarkNotKnownItemByItemIsRefusedWithWhatWouldHelp() {
        fit();
        Run run = eyrie("predict", "--model", Sample.MIX, "--items", "QA");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("item by item", "30 models", "eyrie import instances", "Riddles");
        Run stub = eyrie("predict", "--model", Sample.STUB, "--items", "Riddles");
        assertThat(stub.exitCode()).isEqualTo(1);
        assertThat(stub.err()).contains("Cannot predict \"nobody/knows\" on Riddles");
    }

    @Test
    void aStrangerIsPredictedFromItsItemsAloneWithAWarning() throws IOException {
        fit();
        String right = file("right.csv", allRight(20));
        Run run = eyrie("predict", "--model", Sample.STUB, "--items", "Riddles", "--observed", right);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("Nothing but the observed items");
    }

    @Test
    void whichItemsAreAlikeIsASettingOfTheFit() throws IOException {
        String vectors = file(
                "vectors.csv",
                IntStream.range(-1, SampleItems.ITEMS)
                        .mapToObj(item -> item < 0 ? "benchmark,item,a,b" : "Riddles," + item + ",1," + item % 7)
                        .toList());
        for (String[] fit : new String[][] {
            {"fit", "--items-alike", "neighbours", "--item-embeddings", vectors, "--item-neighbours", "4"},
            {"fit", "--items-alike", "none"}
        }) {
            Run run = eyrie(fit);
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(eyrie("predict", "--model", SampleItems.NEW, "--items", "Riddles")
                            .exitCode())
                    .isZero();
        }
        String wrong = file("wrong.csv", List.of("benchmark,item,a", "Riddles,-1,2", "Riddles,1,x"));
        assertThat(eyrie("fit", "--items-alike", "neighbours", "--item-embeddings", wrong)
                        .err())
                .contains("line 2", "line 3");
        String ragged = file("ragged.csv", List.of("benchmark,item,a", "Riddles,1"));
        assertThat(eyrie("fit", "--items-alike", "neighbours", "--item-embeddings", ragged)
                        .err())
                .contains("no CSV", "2 fields");
        assertThat(eyrie("fit", "--items-alike", "neighbours").exitCode()).isEqualTo(2);
    }

    @Test
    void theExperimentPrintsErrorsByNumberOfItems() {
        Run run = eyrie("backtest", "--protocol", "items");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("Riddles", "no score", "chosen", "item_mean_log_loss", "two points");
    }
}

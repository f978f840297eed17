package org.eyrie.server.developing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.eyrie.develop.contest.EffectDistance;
import org.eyrie.develop.port.RunListener;
import org.eyrie.llama.items.BenchmarkItem;
import org.eyrie.llama.shipped.ShippedFamily;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.MergeEffect;
import org.eyrie.model.development.RunOrder;
import org.eyrie.program.Program;
import org.eyrie.program.run.Execution;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopingTest {

    private static final DevelopmentId ID = new DevelopmentId("ciphers-1");

    @TempDir
    private static Path folder = Path.of("");

    private static Path family = Path.of("");
    private static List<Path> parents = List.of();

    @BeforeAll
    static void unpack() throws IOException {
        family = ShippedFamily.CIPHERS.unpack(folder);
        parents = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> family.resolve("specialist" + number))
                .toList();
    }

    private static ParentWeights weights() {
        return ParentWeights.read(family.resolve("seed"), parents);
    }

    @Test
    void aMergeThatIsASpecialistSolvesWhatTheSpecialistSolves() {
        DevelopmentItems items = DevelopmentItems.read(ShippedFamily.items(family), ID);
        List<Integer> asked = IntStream.range(0, 240).boxed().toList();
        List<ItemRun> runs = new ArrayList<>();
        new LlamaEvaluator(weights(), items, 2)
                .run(
                        List.of(order(0, "base + tau(1)", asked), order(1, "base + tau(2)", asked)),
                        List.of(Program.parse("base + tau(1)"), Program.parse("base + tau(2)")),
                        Progress.NONE,
                        RunListener.of(
                                run -> {
                                    synchronized (runs) {
                                        runs.add(run);
                                    }
                                },
                                failure -> {
                                    throw new AssertionError(failure.reason());
                                }));
        assertThat(runs).hasSize(2);
        ItemRun first = runs.get(runs.get(0).number() == 0 ? 0 : 1);
        ParentWeights specialist = ParentWeights.read(parents.get(0), List.of(family.resolve("seed")));
        boolean[] own = new MergeRuns(specialist)
                .solved(Program.parse("base + 1e-9 * tau(1)"), items.questions().subList(0, 240), Progress.NONE);
        long same = IntStream.range(0, 240)
                .filter(place -> first.solved(place) == own[place])
                .count();
        assertThat(same).isGreaterThanOrEqualTo(239);
    }

    private static RunOrder order(int number, String program, List<Integer> items) {
        return new RunOrder(number, Program.parse(program).id(), items, false, Double.NaN, Double.NaN);
    }

    @Test
    void aPartOfTheItemsHasTheOutcomesOfTheWhole() {
        DevelopmentItems items = DevelopmentItems.read(ShippedFamily.items(family), ID);
        RememberedOutcomes outcomes = new RememberedOutcomes(weights(), items, program -> {
            throw new AssertionError("Nothing is described");
        });
        Program program = Program.parse("base + .6 * sum(taus)");
        String some = outcomes.outcomes(program, List.of(3, 150, 400), Progress.NONE);
        String all = outcomes.outcomes(program, IntStream.range(0, 720).boxed().toList(), Progress.NONE);
        assertThat("" + all.charAt(3) + all.charAt(150) + all.charAt(400)).isEqualTo(some);
    }

    @Test
    void aWeightedSumThatIsMergedInOneLoopIsTheProgramsOwnMergeButForRounding() throws IOException {
        ParentWeights weights = weights();
        Program program = Program.parse("base + kind(attn=ramp(0, .7), mlp=.4) * tau(1) + .5 * tau(2) - .3 * tau(3)");
        assertThat(WeightedSum.is(program)).isTrue();
        MergedTensors quick = MergedTensors.of(weights, program, Progress.NONE);
        Execution execution = new Execution(program.graph(), () -> false);
        for (LoadedGroup group : weights.groups()) {
            float[] own = new float[group.values().get(0).length];
            execution.run(group, (piece, count) -> System.arraycopy(piece, 0, own, 0, count));
            assertThat(quick.values(group.name())).containsExactly(own, within(1e-6f));
        }
    }

    @Test
    void aComparisonThatIsRunAgainEndsTheSameAndFindsOutNothingTwice(@TempDir Path own) {
        ParentWeights weights = weights();
        DevelopmentItems items = DevelopmentItems.read(ShippedFamily.items(family), ID);
        TestItems test = TestItems.read(ShippedFamily.items(family), ID);
        List<ComparisonTable> tables = new ArrayList<>();
        List<RememberedCount> counts = new ArrayList<>();
        for (int time = 0; time < 2; time++) {
            try (PolicyComparison comparison = new PolicyComparison(weights, items, test, new WeightsMaker(weights))) {
                comparison.keepIn(own.resolve("outcomes"));
                tables.add(comparison.run(
                        ComparedPolicy.of(List.of("climb"), fault -> {}),
                        List.of(96L),
                        1,
                        Progress.NONE,
                        search -> {}));
                counts.add(comparison.remembered());
            }
        }
        assertThat(tables.get(1).searches().get(0).leader())
                .isEqualTo(tables.get(0).searches().get(0).leader());
        assertThat(tables.get(1).searches().get(0).test())
                .isEqualTo(tables.get(0).searches().get(0).test());
        assertThat(counts.get(0).evaluated()).isBetween(720L, 720L + 96);
        assertThat(counts.get(1)).isEqualTo(new RememberedCount(counts.get(0).asked(), 0));
    }

    @Test
    void theEffectOfAWeightedSumIsThatOfItsDryMerge() {
        ParentWeights weights = weights();
        for (String text : List.of(
                "base + .3 * sum(taus)",
                "base + kind(attn=ramp(0, .7), mlp=.4) * tau(1) + kind(mlp=ramp(.3, .9), embed=1) * tau(2) - .3 *"
                        + " tau(3)",
                "base + .5 * median(taus)")) {
            Program program = Program.parse(text);
            MergeEffect quick = new WeightsMaker(weights).describe(program);
            MergeEffect dry = WeightsMaker.dry(weights, program);
            assertThat(quick.groups()).isEqualTo(dry.groups());
            for (int i = 0; i < dry.numbers().length; i++) {
                // A merge rounds small changes of large numbers away, which a share of elements notices.
                float precision = i % 6 == 5 ? .1f : .002f;
                assertThat(quick.numbers()[i]).isCloseTo(dry.numbers()[i], within(precision));
            }
            for (int i = 0; i < dry.sketch().length; i++) {
                assertThat(quick.sketch()[i]).isCloseTo(dry.sketch()[i], within(.002f));
            }
            assertThat(EffectDistance.same(quick, dry)).isTrue();
        }
        assertThat(EffectDistance.same(
                        WeightsMaker.dry(weights, Program.parse("base + .3 * sum(taus)")),
                        WeightsMaker.dry(weights, Program.parse("base + .33 * sum(taus)"))))
                .isFalse();
    }

    @Test
    void aFinalTestGivesTheScoreThatTheFamilyIsKnownFor() {
        TestItems test = TestItems.read(ShippedFamily.items(family), ID);
        TestScore score = new FinalTest(weights(), test)
                .of(List.of("base + tau(1)"), Progress.NONE)
                .get(0);
        assertThat(score.items()).isEqualTo(1800);
        assertThat(score.share()).isCloseTo(.498, within(.003)).isBetween(score.lower(), score.upper());
    }

    @Test
    void partsAreDisjointAndTogetherAllWhereADrawDecides() throws IOException {
        Path file = folder.resolve("unsplit.jsonl");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            lines.append("{\"task\": \"t\", \"prompt\": \"p").append(i).append("\", \"answer\": \"a\"}\n");
        }
        Files.writeString(file, lines);
        Set<String> develop = prompts(ItemParts.develop(file, ID));
        Set<String> test = prompts(ItemParts.test(file, ID));
        assertThat(develop).doesNotContainAnyElementsOf(test).hasSizeBetween(150, 250);
        assertThat(develop.size() + test.size()).isEqualTo(500);
        assertThat(prompts(ItemParts.develop(file, ID))).isEqualTo(develop);
        assertThat(prompts(ItemParts.develop(file, new DevelopmentId("another"))))
                .isNotEqualTo(develop);
    }

    private static Set<String> prompts(List<BenchmarkItem> items) {
        return new HashSet<>(items.stream().map(BenchmarkItem::prompt).toList());
    }

    @Test
    void aFileWithoutAPartSaysWhatToWrite() throws IOException {
        Path file = folder.resolve("one.jsonl");
        Files.writeString(file, "{\"task\": \"t\", \"prompt\": \"p\", \"answer\": \"a\", \"split\": \"develop\"}\n");
        assertThat(DevelopmentItems.read(file, ID).searchItems()).hasSize(1);
        assertThatThrownBy(() -> TestItems.read(file, ID))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("write develop or test");
    }

    @Test
    void parentsOfAnotherShapeAreRefusedBeforeAnythingIsPaid() {
        assertThatThrownBy(() -> ParentWeights.read(family.resolve("seed"), List.of(folder.resolve("nowhere"))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void differencesOfEqualSearchesAreNothingAndOfUnequalOnesHaveTheirSign() {
        PairedDifference none = PairedDifference.of("a", "b", 1000, new double[] {0, 0, 0, 0});
        assertThat(none.mean()).isZero();
        assertThat(none.won()).isEqualTo(.5);
        PairedDifference ahead = PairedDifference.of("a", "b", 1000, new double[] {.01, .02, .03, .02, .01});
        assertThat(ahead.lower()).isPositive().isLessThan(ahead.mean());
        assertThat(ahead.upper()).isGreaterThan(ahead.mean());
        assertThat(ahead.won()).isEqualTo(1);
    }
}

package org.eyrie.engine.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eyrie.engine.World;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.ModelId;
import org.eyrie.model.NoFamilyEvidenceException;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.eyrie.model.UnknownBenchmarkException;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ScreeningTest {

    private static final Map<BenchmarkId, Double> MATH = Map.of(World.MATH, 1.0);

    private static Asking asking;

    @BeforeAll
    static void fitOnce() {
        World world = World.ofOneFamily()
                .model("acme/bare", null, null)
                .made("acme/bare", "acme/base-7b", Relation.FINETUNE)
                .model("else/lone", "MambaForCausalLM", 3.0)
                .withFurtherFamilies();
        asking = Asking.of(world.fitted().stores());
    }

    private static PlannedModel merge(String one, double share, String other) {
        return new PlannedModel(
                List.of(
                        new PlannedModel.Parent(new ModelId(one), share),
                        new PlannedModel.Parent(new ModelId(other), 1 - share)),
                Relation.MERGE);
    }

    private static Candidate candidate(int line, PlannedModel plan) {
        return Candidate.planned("line " + line, null, plan);
    }

    private static List<Candidate> many() {
        List<Candidate> candidates = new ArrayList<>();
        for (int k = 0; k < 20; k++) {
            String other = k % 3 == 0 ? "acme/bare" : "org" + (k % 12) + "/child" + k % 3 + "-3b";
            candidates.add(candidate(k + 1, merge("acme/a-7b", (k + 1) / 22.0, other)));
        }
        candidates.add(candidate(
                21,
                new PlannedModel(
                        List.of(new PlannedModel.Parent(new ModelId("acme/bare"), null)),
                        Relation.FINETUNE,
                        new ModelId("acme/bare-dpo"),
                        new Traits("LlamaForCausalLM", 8.0, "chat", null, true, null, null, null))));
        candidates.add(Candidate.existing("line 22", new ModelId("acme/mix-7b")));
        return candidates;
    }

    private static Screened screen(List<Candidate> candidates, Map<BenchmarkId, Double> benchmarks, int budget) {
        return asking.screening().ask(new ScreeningQuestion(candidates, benchmarks, budget), Progress.NONE);
    }

    private static ScreenedCandidate of(Screened screened, String label) {
        return screened.candidates().stream()
                .filter(candidate -> candidate.candidate().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static Estimate predicted(ScreenedCandidate candidate) {
        return Objects.requireNonNull(candidate.predicted());
    }

    @Test
    void eachIsPredictedAsItWouldBeAlone() {
        List<Candidate> candidates = many();
        Screened screened = screen(candidates, MATH, 5);

        for (Candidate candidate : candidates) {
            ScreenedCandidate found = of(screened, candidate.label());
            PlannedModel plan = candidate.plan();
            if (plan == null) {
                Estimate alone = Objects.requireNonNull(asking.predictions()
                        .of(new ModelId(candidate.label()), List.of(World.MATH), false)
                        .get(0)
                        .predicted());
                assertAlike(predicted(found), alone);
            } else {
                Plan alone = asking.whatIf().ask(plan, List.of(World.MATH)).get(0);
                assertAlike(predicted(found), alone.predicted());
                assertThat(found.bestParent()).isEqualTo(alone.bestParent());
                assertThat(found.bestParentScore()).isCloseTo(alone.bestParentScore(), within(1e-8));
                assertThat(found.chanceToBeatBestParent()).isCloseTo(alone.chanceToBeatBestParent(), within(0.04));
            }
        }
    }

    private static void assertAlike(Estimate one, Estimate other) {
        assertThat(one.mean()).isCloseTo(other.mean(), within(1e-8));
        assertThat(one.lower()).isCloseTo(other.lower(), within(1e-8));
        assertThat(one.upper()).isCloseTo(other.upper(), within(1e-8));
    }

    @Test
    void ofSeveralBenchmarksTheMeanIsTheWeightedOne() {
        Map<BenchmarkId, Double> both = new LinkedHashMap<>();
        both.put(World.QA, 3.0);
        both.put(World.MATH, 1.0);
        PlannedModel plan = merge("acme/a-7b", 0.5, "acme/b-7b");

        ScreenedCandidate found =
                screen(List.of(candidate(1, plan)), both, 1).candidates().get(0);

        Map<BenchmarkId, Double> means = new LinkedHashMap<>();
        asking.whatIf()
                .ask(plan, List.of())
                .forEach(alone -> means.put(alone.benchmark(), alone.predicted().mean()));
        double expected = 0.75 * Objects.requireNonNull(means.get(World.QA))
                + 0.25 * Objects.requireNonNull(means.get(World.MATH));
        assertThat(predicted(found).mean()).isCloseTo(expected, within(1e-8));
        assertThat(found.bestParent()).isEqualTo(new ModelId("acme/a-7b"));
        assertThat(found.bestParentScore()).isCloseTo(0.75 * 0.6 + 0.25 * 0.3, within(1e-12));
        assertThat(found.bestParentMeasured()).isTrue();
    }

    @Test
    void chancesToBeBestAddUpToOneAndTheBestMeansComeFirst() {
        Screened screened = screen(many(), MATH, 4);

        assertThat(screened.candidates().stream()
                        .mapToDouble(ScreenedCandidate::chanceToBeBest)
                        .sum())
                .isCloseTo(1, within(1e-12));
        List<Double> means = screened.candidates().stream()
                .map(candidate -> -predicted(candidate).mean())
                .toList();
        assertThat(means).isSorted();
        assertThat(screened.evaluate()).hasSize(4).doesNotHaveDuplicates();
        for (int turn = 0; turn < 4; turn++) {
            assertThat(of(screened, screened.evaluate().get(turn)).turn()).isEqualTo(turn + 1);
        }
        assertThat(screened.expectedBest()).isGreaterThan(screened.expectedAtRandom());
        assertThat(screened.expectedOfAll()).isGreaterThan(screened.expectedAtRandom());
    }

    @Test
    void aBudgetForAllIsWorthWhatAllAre() {
        List<Candidate> candidates = many();
        for (int budget : new int[] {candidates.size(), 1000}) {
            Screened screened = screen(candidates, MATH, budget);
            assertThat(screened.evaluate())
                    .containsExactlyInAnyOrderElementsOf(
                            candidates.stream().map(Candidate::label).toList());
            assertThat(screened.expectedBest()).isEqualTo(screened.expectedOfAll());
            assertThat(screened.expectedOfHighestMeans()).isEqualTo(screened.expectedOfAll());
        }
    }

    @Test
    void whatNothingIsKnownOfDoesNotCompeteNorSpeakForOthers() {
        Candidate unknown = candidate(
                2,
                new PlannedModel(List.of(new PlannedModel.Parent(new ModelId("else/lone"), null)), Relation.FINETUNE));
        Candidate bridge = candidate(3, merge("else/lone", 0.5, "acme/a-7b"));

        Screened screened =
                screen(List.of(candidate(1, merge("acme/a-7b", 0.5, "acme/b-7b")), unknown, bridge), MATH, 3);

        ScreenedCandidate found = of(screened, "line 2");
        assertThat(found.predicted()).isNull();
        assertThat(found.chanceToBeBest()).isZero();
        assertThat(found.warnings()).anyMatch(warning -> warning.startsWith("No evidence"));
        assertThat(screened.evaluate()).containsExactlyInAnyOrder("line 1", "line 3");
        assertThatThrownBy(() -> screen(List.of(unknown), MATH, 1)).isInstanceOf(NoFamilyEvidenceException.class);
    }

    @Test
    void whatWasMeasuredAlreadyIsSaid() {
        Screened screened = screen(
                List.of(
                        Candidate.existing("line 1", new ModelId("acme/a-7b")),
                        candidate(2, merge("acme/a-7b", 0.5, "acme/b-7b"))),
                MATH,
                1);

        assertThat(of(screened, "acme/a-7b").warnings()).contains("It was measured on MATH Lvl 5 already: 0.3.");
        assertThat(of(screened, "line 2").warnings()).noneMatch(warning -> warning.contains("already"));
    }

    @Test
    void everyUnknownNameIsToldWithItsPlace() {
        PlannedModel taken = new PlannedModel(
                List.of(new PlannedModel.Parent(new ModelId("acme/a-7b"), null)),
                Relation.FINETUNE,
                new ModelId("acme/b-7b"),
                Traits.UNKNOWN);

        assertThatThrownBy(() -> screen(
                        List.of(
                                candidate(4, merge("acme/a-7b", 0.5, "acme/typo")),
                                Candidate.existing("line 5", new ModelId("acme/none")),
                                candidate(6, taken)),
                        MATH,
                        1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("line 4: There is no model \"acme/typo\"")
                .hasMessageContaining("line 5: There is no model \"acme/none\"")
                .hasMessageContaining("line 6: \"acme/b-7b\" is known already");
    }

    @Test
    void questionsWithoutSenseAreRefused() {
        Candidate one = candidate(1, merge("acme/a-7b", 0.5, "acme/b-7b"));

        assertThatThrownBy(() -> new ScreeningQuestion(List.of(one, one), Map.of(), 0))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("stands twice")
                .hasMessageContaining("one benchmark at least")
                .hasMessageContaining("budget");
        assertThatThrownBy(() -> new ScreeningQuestion(List.of(), Map.of(World.QA, -1.0), 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("1 to 5000")
                .hasMessageContaining("above 0");
        assertThatThrownBy(() -> screen(List.of(one), Map.of(new BenchmarkId("No such"), 1.0), 1))
                .isInstanceOf(UnknownBenchmarkException.class);
        assertThatThrownBy(() -> new Candidate("line 1", "x", null, null)).isInstanceOf(IllegalArgumentException.class);
    }
}

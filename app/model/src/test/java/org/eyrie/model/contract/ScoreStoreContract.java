package org.eyrie.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eyrie.model.contract.Samples.benchmark;
import static org.eyrie.model.contract.Samples.edges;
import static org.eyrie.model.contract.Samples.model;
import static org.eyrie.model.contract.Samples.models;
import static org.eyrie.model.contract.Samples.score;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eyrie.model.Benchmark;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.Facts;
import org.eyrie.model.Measurement;
import org.eyrie.model.Model;
import org.eyrie.model.Outcomes;
import org.eyrie.model.Provenance;
import org.eyrie.model.ScoreStore.Coverage;
import org.eyrie.model.UnknownBenchmarkException;
import org.eyrie.model.UnknownModelException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Benchmarks, scores, coverage. */
public abstract class ScoreStoreContract extends PortsContract {

    private static final Benchmark GSM8K = new Benchmark(
            benchmark("gsm8k"),
            1319,
            new EvaluationSetup("gsm8k", "exact_match", "strict-match", "lm-eval", "3", 5, true));
    private static final Evaluation ITEMS =
            new Evaluation(model("c"), benchmark("ifeval"), .5, 4, null, new Outcomes("1-01"), "samples", null);

    @BeforeEach
    void aFewScores() {
        facts.write(new Facts(
                List.of(Model.stub(model("never evaluated"))),
                edges("b>a", "c>b", "x>y"),
                List.of(GSM8K),
                List.of(
                        score("c", "gsm8k", .3),
                        score("b", "gsm8k", .7),
                        score("x", "gsm8k", .7),
                        score("a", "gsm8k", .9),
                        score("a", "ifeval", 0),
                        ITEMS)));
    }

    @Test
    void benchmarksComeByIdWithAllThatIsKnown() {
        assertThat(scores.benchmarks()).containsExactly(GSM8K, Benchmark.stub(benchmark("ifeval")));
    }

    @Test
    void scoresOfSomeComeByModelThenBenchmarkWithoutOutcomes() {
        assertThat(scores.of(models("c", "never evaluated", "stranger", "a", "c")))
                .containsExactly(
                        score("a", "gsm8k", .9),
                        score("a", "ifeval", 0),
                        score("c", "gsm8k", .3),
                        ITEMS.withoutOutcomes());
        assertThat(scores.of(List.of())).isEmpty();
    }

    @Test
    void allScoresComeByModelThenBenchmarkWithoutOutcomes() {
        assertThat(scores.all())
                .containsExactly(
                        score("a", "gsm8k", .9),
                        score("a", "ifeval", 0),
                        score("b", "gsm8k", .7),
                        score("c", "gsm8k", .3),
                        ITEMS.withoutOutcomes(),
                        score("x", "gsm8k", .7));
    }

    @Test
    void outcomesAreOnlyThoseKnownItemByItem() {
        assertThat(scores.outcomes(benchmark("ifeval"))).containsExactly(ITEMS);
        assertThat(scores.outcomes(benchmark("gsm8k"))).isEmpty();
    }

    @Test
    void outcomesOfModelsAreOnlyThoseKnownItemByItem() {
        assertThat(scores.outcomes(List.of(model("stranger"), ITEMS.model(), model("a"), ITEMS.model())))
                .containsExactly(ITEMS);
        assertThat(scores.outcomes(List.of(model("a")))).isEmpty();
    }

    @Test
    void theBestComeFirstAndEqualOnesById() {
        assertThat(scores.best(benchmark("gsm8k"), null, 3))
                .containsExactly(score("a", "gsm8k", .9), score("b", "gsm8k", .7), score("x", "gsm8k", .7));
        assertThat(scores.best(benchmark("ifeval"), null, 9))
                .containsExactly(ITEMS.withoutOutcomes(), score("a", "ifeval", 0));
    }

    @Test
    void theBestOfAFamilyAreItsFounderAndDescendants() {
        assertThat(scores.best(benchmark("gsm8k"), model("a"), 9))
                .containsExactly(score("a", "gsm8k", .9), score("b", "gsm8k", .7), score("c", "gsm8k", .3));
        assertThat(scores.best(benchmark("gsm8k"), model("y"), 9)).containsExactly(score("x", "gsm8k", .7));
    }

    @Test
    void unknownNamesAreRefusedAndTheKnownOnesListed() {
        assertThatThrownBy(() -> scores.outcomes(benchmark("GSM8K")))
                .isInstanceOf(UnknownBenchmarkException.class)
                .hasMessageContaining("Known: gsm8k, ifeval");
        assertThatThrownBy(() -> scores.best(benchmark("mmlu"), null, 1)).isInstanceOf(UnknownBenchmarkException.class);
        assertThatThrownBy(() -> scores.best(benchmark("gsm8k"), model("stranger"), 1))
                .isInstanceOf(UnknownModelException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> scores.best(benchmark("gsm8k"), null, 0));
    }

    @Test
    void coverageCountsEveryBenchmarkAgainstEveryModel() {
        facts.write(Facts.benchmarks(List.of(Benchmark.stub(benchmark("empty")))));
        assertThat(scores.coverage())
                .containsExactly(
                        new Coverage(benchmark("empty"), 0, 0, 6),
                        new Coverage(benchmark("gsm8k"), 4, 0, 6),
                        new Coverage(benchmark("ifeval"), 2, 1, 6));
    }

    private long overtake(String source, double score) {
        UUID run = UUID.randomUUID();
        Provenance origin = new Provenance(source, Instant.parse("2025-05-05T12:00:00Z"), run);
        facts.write(Facts.evaluations(List.of(score("s", "QA", score))).from(origin));
        return facts.end(run, origin.recordedAt(), List.of()).orElse(-1L);
    }

    @Test
    void whatGaveWayToAnotherScoreIsKnownUntilThatIsTakenBack() {
        overtake("first.csv", .5);
        long second = overtake("second.csv", .7);
        long third = overtake("third.csv", .8);
        overtake("again.csv", .8);
        Measurement first = new Measurement(score("s", "QA", .5), "first.csv");
        Measurement other = new Measurement(score("s", "QA", .7), "second.csv");

        assertThat(scores.overtaken()).containsExactly(other, first);
        assertThat(scores.overtaken(models("s", "nobody"))).containsExactly(other, first);
        assertThat(scores.overtaken(models("a"))).isEmpty();
        assertThat(scores.measurements(models("s")))
                .containsExactly(new Measurement(score("s", "QA", .8), "third.csv"));
        assertThat(scores.measurements()).extracting(Measurement::evaluation).isEqualTo(scores.all());

        history.undo(third, false);
        assertThat(scores.overtaken()).containsExactly(first);
        history.undo(second, false);
        assertThat(scores.overtaken()).isEmpty();
        assertThat(scores.measurements()).contains(first);
    }
}

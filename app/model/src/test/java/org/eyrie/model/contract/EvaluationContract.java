package org.eyrie.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eyrie.model.contract.Samples.benchmark;
import static org.eyrie.model.contract.Samples.model;
import static org.eyrie.model.contract.Samples.models;

import java.time.Instant;
import java.util.List;
import org.eyrie.model.Benchmark;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.Facts;
import org.eyrie.model.Outcomes;
import org.eyrie.model.WriteSummary;
import org.eyrie.model.WriteSummary.Counts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a second measurement keeps of the first. */
public abstract class EvaluationContract extends PortsContract {

    private static final Outcomes THREE_OF_FOUR = new Outcomes("1101");
    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00.123456789Z");

    @Test
    void everyDetailComesBack() {
        Evaluation full = evaluation(.75, 4, .1, THREE_OF_FOUR, "leaderboard", NOON);
        assertThat(write(full)).isEqualTo(new Counts(1, 0, 0));
        assertThat(scores.of(models("m"))).containsExactly(full.withoutOutcomes());
        assertThat(scores.outcomes(benchmark("b"))).containsExactly(full);
        assertThat(write(full)).isEqualTo(new Counts(0, 1, 0));
    }

    @Test
    void anEqualScoreIsTheSameMeasurementAndKeepsItsDetails() {
        Evaluation full = evaluation(.75, 4, .1, THREE_OF_FOUR, "leaderboard", NOON);
        write(full);
        assertThat(write(evaluation(.75, null, null, null, null, null))).isEqualTo(new Counts(0, 1, 0));
        assertThat(write(evaluation(.75, null, .2, null, "card", null))).isEqualTo(new Counts(0, 0, 1));
        assertThat(scores.outcomes(benchmark("b")))
                .containsExactly(evaluation(.75, 4, .2, THREE_OF_FOUR, "card", NOON));
    }

    @Test
    void anotherScoreReplacesAllButTheOutcomes() {
        write(evaluation(.75, 4, .1, THREE_OF_FOUR, "leaderboard", NOON));
        assertThat(write(evaluation(.5, null, null, null, "card", null))).isEqualTo(new Counts(0, 0, 1));
        assertThat(scores.outcomes(benchmark("b")))
                .containsExactly(evaluation(.5, null, null, THREE_OF_FOUR, "card", null));
    }

    @Test
    void newerOutcomesReplaceOlderOnes() {
        write(evaluation(.75, null, null, THREE_OF_FOUR, null, null));
        Evaluation newer = evaluation(.75, null, null, new Outcomes("0111-"), null, null);
        assertThat(write(newer)).isEqualTo(new Counts(0, 0, 1));
        assertThat(scores.outcomes(benchmark("b"))).containsExactly(newer);
    }

    @Test
    void aScoreOnFewerItemsReplacesNothingAndIsCounted() {
        Evaluation whole = evaluation(.75, 4, .1, null, "leaderboard", NOON);
        write(whole);
        WriteSummary summary = facts.write(Facts.evaluations(List.of(evaluation(.5, 2, null, null, "a glance", null))));
        assertThat(summary.evaluations()).isEqualTo(new Counts(0, 1, 0));
        assertThat(summary.kept()).isEqualTo(1);
        assertThat(scores.of(models("m"))).containsExactly(whole);
    }

    @Test
    void outcomesOfFewerItemsCompleteAScoreThatHasNone() {
        write(evaluation(.75, 4, .1, null, "leaderboard", NOON));
        Outcomes some = new Outcomes("01");
        WriteSummary summary = facts.write(Facts.evaluations(List.of(evaluation(.5, 2, null, some, "items", null))));
        assertThat(summary.evaluations()).isEqualTo(new Counts(0, 0, 1));
        assertThat(summary.kept()).isEqualTo(1);
        assertThat(scores.outcomes(benchmark("b"))).containsExactly(evaluation(.75, 4, .1, some, "leaderboard", NOON));
    }

    @Test
    void outcomesOfFewerItemsReplaceNone() {
        write(evaluation(.75, null, null, THREE_OF_FOUR, null, null));
        assertThat(write(evaluation(.75, null, null, new Outcomes("0--1"), null, null)))
                .isEqualTo(new Counts(0, 1, 0));
        assertThat(scores.outcomes(benchmark("b")))
                .containsExactly(evaluation(.75, null, null, THREE_OF_FOUR, null, null));
    }

    @Test
    void runsOfDifferentItemsAddUpToOne() {
        write(evaluation(.5, 2, null, new Outcomes("10---"), "first run", null));
        assertThat(write(evaluation(.5, 2, null, new Outcomes("--01-"), "second run", NOON)))
                .isEqualTo(new Counts(0, 0, 1));
        assertThat(scores.outcomes(benchmark("b")))
                .containsExactly(evaluation(.5, 4, null, new Outcomes("1001-"), "second run", NOON));
        assertThat(write(evaluation(1, 2, null, new Outcomes("---11"), "third run", null)))
                .isEqualTo(new Counts(0, 0, 1));
        assertThat(scores.outcomes(benchmark("b")))
                .containsExactly(evaluation(.6, 5, null, new Outcomes("10011"), "third run", NOON));
        assertThat(write(evaluation(1, 2, null, new Outcomes("---11"), "third run", null)))
                .isEqualTo(new Counts(0, 1, 0));
    }

    @Test
    void aScoreOnAsManyItemsOrMoreOrNobodyKnowsHowManyReplacesTheOlder() {
        write(evaluation(.75, 4, .1, null, "leaderboard", NOON));
        for (Evaluation newer : List.of(
                evaluation(.5, 4, null, null, "again", null),
                evaluation(.6, 8, null, null, "more", null),
                evaluation(.7, null, null, null, "unsaid", null),
                evaluation(.8, 1, null, null, "first to say", null))) {
            WriteSummary summary = facts.write(Facts.evaluations(List.of(newer)));
            assertThat(summary.evaluations()).isEqualTo(new Counts(0, 0, 1));
            assertThat(summary.kept()).isZero();
            assertThat(scores.of(models("m"))).containsExactly(newer);
        }
    }

    @Test
    void aBenchmarkHasAsManyItemsAsTheMostThatWereSeen() {
        for (Integer items : new Integer[] {4, 2, null}) {
            facts.write(Facts.benchmarks(List.of(new Benchmark(benchmark("b"), items, EvaluationSetup.UNKNOWN))));
            assertThat(scores.benchmarks()).containsExactly(new Benchmark(benchmark("b"), 4, EvaluationSetup.UNKNOWN));
        }
    }

    private Counts write(Evaluation evaluation) {
        return facts.write(Facts.evaluations(List.of(evaluation))).evaluations();
    }

    private static Evaluation evaluation(
            double score,
            @Nullable Integer items,
            @Nullable Double stderr,
            @Nullable Outcomes outcomes,
            @Nullable String source,
            @Nullable Instant measuredAt) {
        return new Evaluation(model("m"), benchmark("b"), score, items, stderr, outcomes, source, measuredAt);
    }
}

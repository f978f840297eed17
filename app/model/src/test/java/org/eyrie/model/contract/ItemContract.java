package org.eyrie.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eyrie.model.contract.Samples.benchmark;
import static org.eyrie.model.contract.Samples.model;

import java.util.List;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Facts;
import org.eyrie.model.Outcomes;
import org.eyrie.model.WriteSummary;
import org.eyrie.model.WriteSummary.Counts;
import org.junit.jupiter.api.Test;

/** Outcomes of items that have names line up, whichever items a run saw and in whichever order. */
public abstract class ItemContract extends PortsContract {

    @Test
    void itemsStandInTheOrderInWhichTheyBecameKnown() {
        write("a", "10", "x", "y");
        assertThat(scores.itemNames(benchmark("b"))).containsExactly("x", "y");
        assertThat(outcomes()).containsExactly("10");
    }

    @Test
    void aRunInAnotherOrderLinesUp() {
        write("a", "100", "x", "y", "z");
        write("c", "100", "z", "y", "x");
        assertThat(outcomes()).containsExactly("100", "001");
        assertThat(scores.itemNames(benchmark("b"))).containsExactly("x", "y", "z");
    }

    @Test
    void aRunOverOtherItemsBringsThemAndMovesNone() {
        write("a", "11", "x", "y");
        write("c", "010", "y", "v", "w");
        assertThat(scores.itemNames(benchmark("b"))).containsExactly("x", "y", "v", "w");
        assertThat(outcomes()).containsExactly("11--", "-010");
    }

    @Test
    void writingARunAgainChangesNothingWhateverBecameKnownSince() {
        write("a", "11", "x", "y");
        write("c", "01", "v", "w");
        long version = facts.version();
        assertThat(write("a", "11", "x", "y")).isEqualTo(new Counts(0, 1, 0));
        assertThat(write("c", "10", "w", "v")).isEqualTo(new Counts(0, 1, 0));
        assertThat(facts.version()).isEqualTo(version);
    }

    @Test
    void runsOfOneWriteLineUpToo() {
        facts.write(Facts.evaluations(
                List.of(evaluation("a", "10", "x", "y"), evaluation("c", "10", "y", "z"), evaluation("d", "1", "z"))));
        assertThat(outcomes()).containsExactly("10-", "-10", "--1");
    }

    @Test
    void anItemOfOneBenchmarkIsNoItemOfAnother() {
        write("a", "10", "1", "2");
        facts.write(Facts.evaluations(List.of(new Evaluation(
                model("a"), benchmark("other"), .5, null, null, new Outcomes("01", List.of("2", "1")), null, null))));
        assertThat(scores.itemNames(benchmark("b"))).containsExactly("1", "2");
        assertThat(scores.itemNames(benchmark("other"))).containsExactly("2", "1");
    }

    @Test
    void itemsWithoutNamesStayWhereTheyAre() {
        facts.write(Facts.evaluations(
                List.of(new Evaluation(model("a"), benchmark("b"), .5, null, null, new Outcomes("10"), null, null))));
        assertThat(scores.itemNames(benchmark("b"))).isEmpty();
        assertThat(outcomes()).containsExactly("10");
    }

    @Test
    void namedItemsOfABenchmarkKnownByPositionAloneAreLeftOutAndCounted() {
        facts.write(Facts.evaluations(
                List.of(new Evaluation(model("a"), benchmark("b"), .5, null, null, new Outcomes("10"), null, null))));
        WriteSummary summary = facts.write(Facts.evaluations(List.of(evaluation("c", "01", "x", "y"))));
        assertThat(summary.evaluations()).isEqualTo(new Counts(1, 0, 0));
        assertThat(summary.unaligned()).isEqualTo(1);
        assertThat(scores.itemNames(benchmark("b"))).isEmpty();
        assertThat(outcomes()).containsExactly("10");
        assertThat(scores.all()).hasSize(2);
    }

    private List<String> outcomes() {
        return scores.outcomes(benchmark("b")).stream()
                .map(Evaluation::outcomes)
                .map(outcomes -> outcomes == null ? "" : outcomes.value())
                .toList();
    }

    private Counts write(String model, String outcomes, String... names) {
        return facts.write(Facts.evaluations(List.of(evaluation(model, outcomes, names))))
                .evaluations();
    }

    private static Evaluation evaluation(String model, String outcomes, String... names) {
        return new Evaluation(
                model(model), benchmark("b"), .5, null, null, new Outcomes(outcomes, List.of(names)), null, null);
    }
}

package org.eyrie.lrmf.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ColumnPlanTest {

    @Test
    void asManyColumnsAsThereMayBeNumbersAllHaveOne() {
        ColumnPlan plan = ColumnPlan.of(new int[] {400, 0, 3}, 3);

        assertThat(plan.own()).containsExactly(true, true, true);
        assertThat(plan.d()).isEqualTo(3);
    }

    @Test
    void beyondThatTheWellMeasuredOnesKeepTheirsAndColumnsOfAFewScoresTakeNoRoom() {
        int[] counts = new int[503];
        Arrays.fill(counts, 5);
        counts[100] = 400;
        counts[200] = 390;
        counts[502] = 60;

        ColumnPlan plan = ColumnPlan.of(counts, 8);

        assertThat(plan.owners()).isEqualTo(3);
        assertThat(plan.d()).isEqualTo(3);
        assertThat(plan.own()[100]).isTrue();
        assertThat(plan.own()[200]).isTrue();
        assertThat(plan.own()[502]).isTrue();
        assertThat(plan.pilots())
                .hasSize(ColumnPlan.MOST_PILOTS)
                .contains(100, 200, 502)
                .isSorted();
    }

    @Test
    void columnsThatKnowSomethingOfTheirOwnShareFurtherNumbers() {
        int[] counts = {400, 400, 30, 30, 30, 30};

        assertThat(ColumnPlan.of(counts, 5).d()).isEqualTo(4);
        assertThat(ColumnPlan.of(counts, 3).d()).isEqualTo(3);
    }

    @Test
    void whereMostIsMeasuredOnManyColumnsNoneHasANumberOfItsOwn() {
        int[] counts = new int[100];
        Arrays.fill(counts, 12);
        counts[0] = 60;

        ColumnPlan plan = ColumnPlan.of(counts, 8);

        assertThat(plan.owners()).isZero();
        assertThat(plan.d()).isEqualTo(8);
    }

    @Test
    void aColumnOfAFewScoresFollowsUnlessAllDo() {
        int[] counts = {5, 6, 5, 5, 7, 5, 5, 5, 5, 5};

        assertThat(ColumnPlan.of(counts, 8).leads()).startsWith(false, true, false, false, true);
        assertThat(ColumnPlan.of(new int[] {5, 4, 3}, 2).leads()).containsExactly(true, true, true);
    }
}

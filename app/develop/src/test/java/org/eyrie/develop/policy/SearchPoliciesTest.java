package org.eyrie.develop.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.eyrie.model.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchPoliciesTest {

    @Test
    void theDefaultIsTheFirstAndEveryPolicyHasALineForPeople() {
        assertThat(SearchPolicies.all().get(0).name()).isEqualTo(SearchPolicies.DEFAULT);
        assertThat(SearchPolicies.all()).allSatisfy(policy -> {
            assertThat(policy.description()).endsWith(".").doesNotContain("\n").hasSizeLessThan(120);
            assertThat(SearchPolicies.named(policy.name())).isSameAs(policy.policy());
        });
    }

    @Test
    void anUnknownNameIsAnsweredWithTheLikeliestAndAll() {
        assertThatThrownBy(() -> SearchPolicies.named("havling"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Did you mean \"halving\"?")
                .hasMessageContaining("guided, halving, climb");
        assertThatThrownBy(() -> SearchPolicies.named("zzz")).hasMessageNotContaining("Did you mean");
    }

    @ParameterizedTest
    @CsvSource({"1000, 12, 720", "3000, 12, 720", "250, 6, 120", "16000, 24, 720"})
    void theWidestLadderThatABudgetPaysCostsNoMoreThanIt(long budget, int first, int items) {
        int width = HalvingLadder.width(budget, first, items);
        assertThat(HalvingLadder.cost(width, first, items)).isLessThanOrEqualTo(budget);
        assertThat(HalvingLadder.cost(width + 1, first, items)).isGreaterThan(budget);
    }
}

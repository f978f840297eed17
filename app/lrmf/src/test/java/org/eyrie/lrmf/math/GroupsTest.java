package org.eyrie.lrmf.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupsTest {

    @Test
    void itemsOfAGroupKeepTheirOrder() {
        Groups groups = Groups.of(new int[] {2, 0, 2, 0, 2}, 4);

        assertThat(groups.groups()).isEqualTo(4);
        assertThat(groups.of(0)).containsExactly(1, 3);
        assertThat(groups.of(1)).isEmpty();
        assertThat(groups.of(2)).containsExactly(0, 2, 4);
        assertThat(groups.of(3)).isEmpty();
        assertThat(groups.starts()).containsExactly(0, 2, 2, 5, 5);
        assertThat(groups.size(2)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 1_000})
    void groupingTwiceSortsByBothKeys(int items) {
        SplittableRandom random = new SplittableRandom(items);
        int[] first = random.ints(items, 0, 5).toArray();
        int[] second = random.ints(items, 0, 9).toArray();

        int[] order = Groups.of(first, 5, Groups.of(second, 9).items()).items();

        assertThat(order)
                .containsExactly(IntStream.range(0, items)
                        .boxed()
                        .sorted(Comparator.<Integer>comparingInt(k -> first[k]).thenComparingInt(k -> second[k]))
                        .mapToInt(k -> k)
                        .toArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3})
    void aKeyOfNoGroupIsRefused(int key) {
        assertThatThrownBy(() -> Groups.of(new int[] {0, key}, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(String.valueOf(key));
    }
}

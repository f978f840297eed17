package org.eyrie.lrmf.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KinPairsTest {

    private static List<KinPairs.Pair> kept(IntStream order) {
        KinPairs pairs = new KinPairs(2, 100);
        order.forEach(k -> pairs.add(1, k, k + 1));
        assertThat(pairs.of(0)).isEmpty();
        return pairs.of(1);
    }

    @Test
    void ofMorePairsThanAreNeededTheSameAreKeptWhateverOrderTheyWereMetIn() {
        List<KinPairs.Pair> forwards = kept(IntStream.range(0, 5000));
        List<KinPairs.Pair> backwards = kept(IntStream.range(0, 5000).map(k -> 4999 - k));
        assertThat(forwards).hasSize(100);
        assertThat(backwards.stream().map(KinPairs.Pair::one))
                .containsExactlyInAnyOrderElementsOf(
                        forwards.stream().map(KinPairs.Pair::one).toList());
    }

    @Test
    void fewPairsAreAllKeptInTheOrderTheyWereMet() {
        assertThat(kept(IntStream.of(7, 3, 5))).extracting(KinPairs.Pair::one).containsExactly(7, 3, 5);
    }
}

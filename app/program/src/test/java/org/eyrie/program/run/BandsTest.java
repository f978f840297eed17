package org.eyrie.program.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BandsTest {

    @Property(tries = 200)
    void rankingByBitsIsSortingBySizeWithTheFirstOfEqualsFirst(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = -5, max = 5) Integer> values,
            @ForAll @IntRange(max = 40) int from,
            @ForAll @IntRange(max = 40) int to) {
        float[] x = new float[values.size()];
        for (int k = 0; k < x.length; k++) {
            x[k] = values.get(k) * (k % 3 == 0 ? 1e-3f : 1.7f);
        }
        int last = Math.min(to, x.length);
        Bands bands = new Bands(from, last);
        for (int pass = 0; pass < 2; pass++) {
            bands.count(pass, x, x.length);
            bands.end(pass);
        }
        List<Integer> sorted = IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -Math.abs(x[k])))
                .toList();
        for (int k = 0; k < x.length; k++) {
            int rank = sorted.indexOf(k);
            assertThat(bands.next(x[k])).isEqualTo(rank >= from && rank < last);
        }
    }
}

package org.eyrie.llama.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearMapTest {

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 0", "2, 4, 5, 0", "3, 6, 200, 0", "5, 7, 300, 128", "8, 9, 129, 128", "7, 3, 131, 77"})
    void aProductIsTheSumOfProducts(int out, int in, int count, int from) {
        Random random = new Random(out * 31 + in);
        float[] weights = draw(random, out * in);
        float[] source = draw(random, in * count);
        float[] target = draw(random, out * count);
        float[] before = target.clone();
        new LinearMap(weights, out, in).apply(source, target, new Rows(count, from));
        for (int o = 0; o < out; o++) {
            for (int r = 0; r < count; r++) {
                double sum = 0;
                for (int i = 0; i < in; i++) {
                    sum += (double) weights[o * in + i] * source[i * count + r];
                }
                double expected = r < from ? before[o * count + r] : sum;
                assertThat((double) target[o * count + r]).isCloseTo(expected, within(1e-5));
            }
        }
    }

    private static float[] draw(Random random, int size) {
        float[] drawn = new float[size];
        for (int i = 0; i < size; i++) {
            drawn[i] = (float) random.nextGaussian();
        }
        return drawn;
    }
}

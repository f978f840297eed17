package org.eyrie.lrmf.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelTest {

    private static final int COLUMNS = 37;
    private static final int CELLS = 101;

    private final SplittableRandom random = new SplittableRandom(5);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 8, 15, 16, 31})
    void plainAndVectorKernelsAgreeWithTheDefinition(int rank) {
        PaddedRank stride = new PaddedRank(rank);
        Factors factors = new Factors(COLUMNS, stride);
        for (int i = 0; i < COLUMNS; i++) {
            factors.set(i, random.doubles(stride.extended(), -1, 1).toArray());
        }
        int[] packed = random.ints(CELLS, 0, 2 * COLUMNS).toArray();
        float[] self = new float[stride.row()];
        for (int k = 0; k < stride.extended(); k++) {
            self[k] = (float) random.nextDouble(-1, 1);
        }
        Kernel fastest = KernelSelection.fastest();
        assertThat(fastest).as("tests run with the incubator module").isNotInstanceOf(PlainKernel.class);
        for (Kernel kernel : new Kernel[] {new PlainKernel(), fastest}) {
            check(kernel, packed, factors, self);
        }
    }

    private static void check(Kernel kernel, int[] packed, Factors factors, float[] self) {
        PaddedRank stride = factors.stride();
        float[] logit = new float[Kernel.BLOCK];
        kernel.dots(packed, 3, CELLS, factors.values(), stride.row(), self, logit);
        float[] gram = new float[stride.outer()];
        float[] linear = new float[stride.row()];
        kernel.accumulate(packed, 3, CELLS, logit, factors, gram, linear);
        double[][] expected = new double[stride.extended()][stride.extended()];
        double[] expectedLinear = new double[stride.extended()];
        for (int c = 3; c < CELLS; c++) {
            int column = packed[c] >> 1;
            double dot = 0;
            for (int k = 0; k < stride.extended(); k++) {
                dot += (double) self[k] * factors.get(column, k);
            }
            assertThat((double) logit[c - 3]).isCloseTo(dot, within(1e-5));
            for (int j = 0; j < stride.extended(); j++) {
                expectedLinear[j] += ((packed[c] & 1) - 0.5) * factors.get(column, j);
                for (int k = 0; k <= j; k++) {
                    expected[j][k] += dot * factors.get(column, j) * factors.get(column, k);
                }
            }
        }
        int at = 0;
        for (int j = 0; j < stride.extended(); j++) {
            assertThat((double) linear[j]).isCloseTo(expectedLinear[j], within(1e-4));
            for (int k = 0; k <= j; k++) {
                assertThat((double) gram[at++]).isCloseTo(expected[j][k], within(1e-3));
            }
        }
    }

    @Test
    void aSlowerKernelSaysWhy() {
        assertThat(KernelSelection.choose(false, "absent").description())
                .isEqualTo("plain Java (start Java with --add-modules jdk.incubator.vector for a faster one)");
        KernelSelection.Choice broken = KernelSelection.choose(true, "org.eyrie.lrmf.outcomes.Absent");
        assertThat(broken.kernel()).isInstanceOf(PlainKernel.class);
        assertThat(broken.description()).contains("does not load", "ClassNotFoundException", "Absent");
        assertThat(KernelSelection.description()).isEqualTo("Vector API");
    }
}

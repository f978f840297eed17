package org.eyrie.lrmf.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RoundedFactorTest {

    private static BlockCholesky factor(long seed, int nodes, int d) {
        RandomBlocks random = new RandomBlocks(seed, nodes, d, 2 * nodes);
        return BlockCholesky.factor(random.assembled(SymbolicCholesky.of(random.pattern)))
                .orElseThrow();
    }

    private static byte[] written(BlockCholesky factor) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RoundedFactor.write(factor, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    @Property(tries = 50)
    void whatIsReadIsWhatWasWrittenAndRoundingAgainChangesNothing(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 30) int nodes,
            @ForAll @IntRange(min = 1, max = 6) int d)
            throws IOException {
        BlockCholesky rounded = RoundedFactor.of(factor(seed, nodes, d));

        BlockCholesky read = RoundedFactor.read(in(written(rounded)));

        assertThat(read.diagonal).isEqualTo(rounded.diagonal);
        assertThat(read.lower).isEqualTo(rounded.lower);
        assertThat(read.symbolic.order).isEqualTo(rounded.symbolic.order);
        assertThat(RoundedFactor.of(rounded).lower).isEqualTo(rounded.lower);
    }

    @Property(tries = 50)
    void covariancesStayAsTheyWere(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int nodes) {
        BlockCholesky factor = factor(seed, nodes, 3);

        SelectedInverse before = SelectedInverse.of(factor);
        SelectedInverse after = SelectedInverse.of(RoundedFactor.of(factor));

        assertThat(after.diagonal()).containsExactly(before.diagonal(), within(1e-9));
        assertThat(after.lower()).containsExactly(before.lower(), within(1e-9));
    }

    @Test
    void itTakesAQuarterLessRoom() throws IOException {
        BlockCholesky factor = factor(1, 60, 6);

        int plain = 8 * (factor.diagonal.length + factor.lower.length);

        assertThat(written(RoundedFactor.of(factor)).length).isLessThan(plain * 3 / 4);
    }

    @Test
    void whatWasNotRoundedIsRefusedAndSoAreBytesWithoutEnd() throws IOException {
        BlockCholesky factor = factor(1, 10, 2);
        assertThatThrownBy(() -> written(factor)).isInstanceOf(IllegalArgumentException.class);

        byte[] bytes = written(RoundedFactor.of(factor));
        for (int k = bytes.length - 30; k < bytes.length; k++) {
            bytes[k] = (byte) 0xFF;
        }
        assertThatThrownBy(() -> RoundedFactor.read(in(bytes))).isInstanceOf(IOException.class);
    }
}

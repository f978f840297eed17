package org.eyrie.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.eyrie.lrmf.trial.protocol.LateProtocol;
import org.junit.jupiter.api.Test;

class LateBlocksTest {

    private static final LocalDate MAY = LocalDate.of(2023, 5, 1);
    private static final LocalDate JULY = LocalDate.of(2023, 7, 1);

    @Test
    void aBlockEndsWhereTheNextOneBegins() {
        assertThat(new LateBlocks(List.of(MAY, JULY), null).protocols())
                .containsExactly(new LateProtocol(MAY, JULY), new LateProtocol(JULY));
        assertThat(new LateBlocks(List.of(MAY), JULY).protocols()).containsExactly(new LateProtocol(MAY, JULY));
    }

    @Test
    void daysThatDoNotRiseAreRefused() {
        assertThatThrownBy(() -> new LateBlocks(List.of(JULY, MAY), null))
                .hasMessageContaining("2023-07-01 cannot end on 2023-05-01");
        assertThatThrownBy(() -> new LateBlocks(List.of(MAY), MAY)).hasMessageContaining("each once");
        assertThatThrownBy(() -> new LateBlocks(List.of(), MAY)).isInstanceOf(IllegalArgumentException.class);
    }
}

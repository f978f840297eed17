package org.eyrie.lrmf.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BoundTest {

    @Test
    void blocksOfNoNumbersFillNoArrayAndHaveABoundAllTheSame() {
        assertThat(Bound.usual(0, 0).blocks()).isEqualTo(Bound.usual(0, 1).blocks());
    }

    @Test
    void blocksCannotHaveLessThanNoRows() {
        assertThatThrownBy(() -> Bound.usual(10, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }
}

package org.eyrie.lrmf.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OutcomeTableTest {

    private static OutcomeTable table(int[] row, int[] column, int... success) {
        byte[] bytes = new byte[success.length];
        for (int c = 0; c < bytes.length; c++) {
            bytes[c] = (byte) success[c];
        }
        return OutcomeTable.of(3, 4, row, column, bytes);
    }

    @Test
    void cellsComeInAnyOrderAndAreKeptByRow() {
        OutcomeTable table = table(new int[] {2, 0, 2}, new int[] {3, 1, 0}, 1, 0, 0);
        assertThat(table.cells()).isEqualTo(3);
        assertThat(table.cells(1)).isZero();
        assertThat(table.packed()).containsExactly(1 << 1, 0, 3 << 1 | 1);
    }

    @Test
    void exchangingRowsAndColumnsTwiceChangesNothing() {
        OutcomeTable table = table(new int[] {0, 1, 2, 2}, new int[] {3, 3, 0, 1}, 1, 0, 1, 1);
        OutcomeTable back = table.transposed().transposed();
        assertThat(back.packed()).containsExactly(table.packed());
        assertThat(back.begin(3)).isEqualTo(4);
        assertThat(table.transposed().cells(3)).isEqualTo(2);
    }

    @Test
    void whatCannotBeACellIsRefused() {
        assertThatThrownBy(() -> table(new int[] {3}, new int[] {0}, 1)).hasMessageContaining("No cell (3, 0)");
        assertThatThrownBy(() -> table(new int[] {0}, new int[] {-1}, 1)).hasMessageContaining("No cell (0, -1)");
        assertThatThrownBy(() -> table(new int[] {0}, new int[] {0}, 2)).hasMessageContaining("not 2");
        assertThatThrownBy(() -> table(new int[] {1, 1}, new int[] {2, 2}, 1, 0))
                .hasMessageContaining("Cell (1, 2) stands twice");
    }
}

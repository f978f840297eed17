package org.eyrie.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.eyrie.model.contract.Samples.model;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    @Test
    void onlyAPageThatHasMoreBehindItHasACursor() {
        assertThat(Page.of(List.of("a", "b"), 2, row -> row)).isEqualTo(new Page<>(List.of("a", "b"), null));
        assertThat(Page.of(List.of("a", "b", "c"), 2, row -> row)).isEqualTo(new Page<>(List.of("a", "b"), "b"));
        assertThat(Page.<String>of(List.of(), 2, row -> row).next()).isEmpty();
    }

    @Test
    void aFamilyCursorComesBackAsItWasWritten() {
        FamilyCursor cursor = FamilyCursor.of(new Family(model("hub:a/b:c"), 7, 1, 0, 0));
        assertThat(FamilyCursor.parse(cursor.toString())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "7:", "7", "x:a", "7: ", "99999999999:a"})
    void whatNoPageEndedWithIsRefused(String cursor) {
        assertThatIllegalArgumentException().isThrownBy(() -> FamilyCursor.parse(cursor));
    }
}

package org.eyrie.server.out;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class NarrowTest {

    private static String printed(Table table, int width) {
        StringWriter text = new StringWriter();
        TextTable.print(table, new PrintWriter(text), width);
        return text.toString();
    }

    @Test
    void whatFitsIsPrintedAsItIs() {
        Table table = new Table("model", "score").row("acme/mix-7b", 0.5);
        assertThat(printed(table, 40))
                .isEqualTo(printed(table, Terminal.ENDLESS))
                .contains("acme/mix-7b");
    }

    @Test
    void longNamesLoseTheirMiddleBeforeAColumnIsLost() {
        Table table = new Table("model", "score").row("somebody/a-very-long-name-of-a-model-7b", 0.5);
        assertThat(printed(table, 30))
                .contains("somebody/a-…", "model-7b", "0.5000")
                .doesNotContain("--wide");
    }

    @Test
    void whatStillDoesNotFitIsNamed() {
        Table table = new Table("model", "one", "two", "three").row("acme/mix-7b", 0.25, 0.5, 0.75);
        assertThat(printed(table, 22))
                .contains("0.2500", "With --wide also: two, three")
                .doesNotContain("0.5000");
    }

    @Test
    void linesBreakBetweenWordsAndWhatFollowsIsIndented() {
        assertThat(Wrapped.lines("[1] one two three four", 12, "    "))
                .containsExactly("[1] one two", "    three", "    four");
        assertThat(Wrapped.lines("  > one two", 80, "")).containsExactly("  > one two");
        assertThat(Wrapped.lines("averyverylongword", 5, "  ")).containsExactly("averyverylongword");
    }
}

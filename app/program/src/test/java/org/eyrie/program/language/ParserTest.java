package org.eyrie.program.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.program.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "base + sum(tauz) | line 1, character 12 | Did you mean \"tau\" or \"taus\"?",
                "base + sum(keep(taus, 1.5)) | line 1, character 23 | share is from 0 to 1, not 1.5",
                "base + taus | line 1, character 8 | Is a sum(...) missing?",
                "base + tau(1.5) | line 1, character 12 | i is a whole number",
                "base + keep(tau(1), .5, restor=l1) | line 1, character 25 | Did you mean \"restore\"?",
                "base + keep(tau(1), .5, restore=l3) | line 1, character 33 | one of none, l1, l2",
                "base + tau(1) / 2 | line 1, character 15 | Multiply by the inverse",
                "base + tau(1) * tau(2) | line 1, character 15 | multiplied by a number",
                "base + tau(1) tau(2) | line 1, character 15 | is a + or a comma missing?",
                "tau(1) | line 1, character 1 | base + ...",
                "base + sum(taus | line 1, character 16 | closing bracket",
                "base + drop(tau(1), 1) | line 1, character 21 | leaves nothing",
                "base + drop_small(tau(1), .1, .2) | line 1, character 31 | both between 0 and 1",
                "base + sum(taus * each()) | line 1, character 19 | each is empty",
                "base + mix(tau(1), tau(2)) | line 1, character 8 | mix lacks w",
                "base + sum(only(1, 1)) | line 1, character 12 | twice",
                "base + keep(tau(1), depth) | line 1, character 21 | a written number as share",
                "let a = tau(1) base + tau(2) | line 1, character 5 | a is not used",
                "base + 0 * tau(1) | the whole | It changes nothing",
                "base + .5 * base | the whole | It changes nothing",
                "base + sum(taus * each(1, 2)) + sum(taus * each(1, 2, 3)) | the whole | different numbers of parents",
            })
    void aFaultPointsAtTheCharacterAndSaysWhatWouldBeRight(String text, String where, String reason) {
        InvalidInputException refused = catchThrowableOfType(InvalidInputException.class, () -> Program.parse(text));
        assertThat(refused.faults()).anySatisfy(fault -> {
            assertThat(fault.where()).isEqualTo(where);
            assertThat(fault.reason()).contains(reason);
        });
    }

    @Test
    void allFaultsOfTypesAndNamesAreFoundAtOnceEachWithItsLine() {
        InvalidInputException refused = catchThrowableOfType(
                InvalidInputException.class,
                () -> Program.parse("let a = kepp(taus, .5)\nlet b = keep(taus, 7)\nbase + sum(a) + sum(b)"));
        assertThat(refused.faults())
                .extracting(fault -> fault.where())
                .containsExactly("line 1, character 9", "line 2, character 20");
        assertThat(refused.getMessage()).contains("let b = keep(taus, 7)\n                         ^");
    }

    @Test
    void whatCannotBeReadHidesNoFaultBehindItAndMakesNone() {
        assertThat(
                        places(
                                "let kept = kepp(taus, 7) $ 2\nlet = .5\nlet b = keep(kept, 7\nlet c = tau(1) / 2\nbase + sum(keep(taus, share=2, restore=l7, sort=up)) + b + c"))
                .containsExactly(
                        "line 1, character 12",
                        "line 1, character 26",
                        "line 2, character 5",
                        "line 3, character 21",
                        "line 4, character 16",
                        "line 5, character 29",
                        "line 5, character 40",
                        "line 5, character 44");
        assertThat(places("let kept = keep(taus, .2)\nbase + som(kept)")).containsExactly("line 2, character 8");
        assertThat(places("let kept = keep(taus, .2)\nbase + sum(keep(taus, 7)) / kept"))
                .containsExactly("line 2, character 23", "line 2, character 27");
        assertThat(places("let a = a + tau(1)\nbase + a")).containsExactly("line 1, character 9");
        assertThat(places("let a = tau(1)")).containsExactly("line 1, character 5", "line 1, character 15");
    }

    @Test
    void oneFaultDoesNotHideAnotherBesideIt() {
        assertThat(places("base + keep(tau, 4) + drop(taus, -1, .3, .4, seed=x)"))
                .containsExactly(
                        "line 1, character 13",
                        "line 1, character 18",
                        "line 1, character 34",
                        "line 1, character 38",
                        "line 1, character 42",
                        "line 1, character 51");
        assertThat(places("BASE + Sum(Taus)"))
                .containsExactly("line 1, character 1", "line 1, character 8", "line 1, character 12");
        assertThatThrownBy(() -> Program.parse("base + kind(mpl=1) * tau(1)"))
                .hasMessageContaining("Did you mean \"mlp\"?");
        assertThatThrownBy(() -> Program.parse("base + tau(1) * tau(2)")).hasMessageContaining("A tensor and a tensor");
    }

    @Test
    void aSumOfManyIsNoDeeperThanOneOfTwo() {
        String sum = IntStream.range(0, 14)
                .mapToObj(i -> " + keep(tau(" + (i + 1) + "), 0.1)")
                .collect(Collectors.joining());
        assertThat(Program.parse("base" + sum).cost().depth())
                .isEqualTo(Program.parse("base + keep(tau(1), 0.1) + keep(tau(2), 0.1)")
                        .cost()
                        .depth());
    }

    private static List<String> places(String text) {
        InvalidInputException refused = catchThrowableOfType(InvalidInputException.class, () -> Program.parse(text));
        return refused.faults().stream().map(Fault::where).toList();
    }

    @Test
    void everyBoundSaysWhereOrHowToKeepIt() {
        assertThatThrownBy(() -> Program.parse("base + tau(1)\n" + " ".repeat(4_000)))
                .hasMessageContaining("line 2, character 3987: It has 4014 characters; 4000 are the most")
                .hasMessageContaining("Leave out 14.");
        String slow = "base + " + "keep(".repeat(5) + "tau(1)" + ", .5)".repeat(5);
        assertThatThrownBy(() -> Program.parse(slow)).hasMessageContaining("before they give any of it: keep.");
        String wide = "base" + sums(33);
        assertThatThrownBy(() -> Program.parse(wide)).hasMessageContaining("64 are the most. Leave some out");
    }

    private static String sums(int terms) {
        return IntStream.range(0, terms)
                .mapToObj(i -> " + 0.0" + (101 + i) + " * keep(tau(1), 0.0" + (101 + i) + ")")
                .collect(Collectors.joining());
    }

    @Test
    void longAndDeepTextIsRefusedBeforeItCostsAnything() {
        assertThatThrownBy(() -> Program.parse("base + " + "(".repeat(3_000) + "tau(1)"))
                .hasMessageContaining("nested too deep");
        assertThatThrownBy(() -> Program.parse("base + " + "-".repeat(3_000) + "tau(1)"))
                .hasMessageContaining("nested too deep");
        assertThatThrownBy(() -> Program.parse("base + tau(1)" + " ".repeat(4_000)))
                .hasMessageContaining("4000 are the most");
    }

    @Test
    void aProgramThatDoublesItselfManyTimesIsReadAtOnce() {
        StringBuilder text = new StringBuilder("let a0 = row_mean(tau(1))\n");
        for (int i = 1; i < 30; i++) {
            text.append("let a")
                    .append(i)
                    .append(" = abs(a")
                    .append(i - 1)
                    .append(") * depth + a")
                    .append(i - 1)
                    .append('\n');
        }
        assertThatThrownBy(() -> Program.parse(text + "base + a29")).hasMessageContaining("are the most");
    }

    @Test
    void boundsHoldForWhatIsRun() {
        String deep = "base + " + "abs(power(".repeat(7) + "tau(1)" + ", .5))".repeat(7);
        assertThatThrownBy(() -> Program.parse(deep)).hasMessageContaining("terms within each other; 12 are the most");
        String slow = "base + " + "keep(".repeat(5) + "tau(1)" + ", .5)".repeat(5);
        assertThatThrownBy(() -> Program.parse(slow)).hasMessageContaining("readings of every parent; 8 are the most");
    }

    @Test
    void commentsAndLinesAreForPeople() {
        assertThat(Program.parse("# halves\nlet a = .5 # a half\n\tbase + a * tau(1)")
                        .text())
                .isEqualTo("base + .5 * tau(1)");
    }
}

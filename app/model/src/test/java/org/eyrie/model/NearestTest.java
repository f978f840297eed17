package org.eyrie.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> KNOWN = List.of(
            "mlabonne/Beagle14-7B",
            "mlabonne/NeuralBeagle14-7B",
            "Qwen/Qwen2.5-7B-Instruct",
            "Qwen/Qwen2.5-7B",
            "google/gemma-7b",
            "MATH Lvl 5",
            "GSM8K (5-shot)",
            "IFEval");

    private static List<String> near(String wanted) {
        return Nearest.of(wanted, KNOWN, Function.identity());
    }

    @ParameterizedTest
    @CsvSource({
        "mlabonne/Beagel14-7B, mlabonne/Beagle14-7B",
        "mlabone/Beagle14-7b, mlabonne/Beagle14-7B",
        "Qwen2.5-7B-Instrct, Qwen/Qwen2.5-7B-Instruct",
        "Qwen/Instruct-7B-Qwen2.5, Qwen/Qwen2.5-7B-Instruct",
        "gemma, google/gemma-7b",
        "ifevl, IFEval",
        "gsm8k, GSM8K (5-shot)",
        "MATH, MATH Lvl 5"
    })
    void theLikestIsFirstByEditsByWordsOrByPart(String wanted, String meant) {
        assertThat(near(wanted)).first().isEqualTo(meant);
    }

    @Test
    void whatIsLikeNothingHasNoSuggestion() {
        assertThat(near("openai/whisper-large")).isEmpty();
        assertThat(near("x")).isEmpty();
    }

    @Test
    void otherCaseAndHyphensAreTakenWhereOneAloneCanBeMeant() {
        assertThat(Nearest.meant("qwen/qwen2.5-7b", KNOWN, Function.identity())).hasValue("Qwen/Qwen2.5-7B");
        assertThat(Nearest.meant("math-lvl_5", KNOWN, Function.identity())).hasValue("MATH Lvl 5");
        assertThat(Nearest.meant("a", List.of("A", "a-", "a"), Function.identity()))
                .isEmpty();
    }
}

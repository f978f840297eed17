package org.eyrie.sources.lmeval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.eyrie.model.ModelId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which model a results file is about, as the harness itself names it. */
class EvaluatedModelTest {

    @ParameterizedTest
    @CsvSource({
        "'pretrained=org/base,dtype=bfloat16', org/base",
        "'pretrained=org/base,peft=org/adapter', org/adapter",
        "'delta=org/delta,pretrained=org/base', org/delta",
        "'model=gpt-4o,base_url=x', gpt-4o",
        "'path=org/elsewhere', org/elsewhere",
        "'pretrained=/data/out/mine/', local:mine",
        "'pretrained=./checkpoint-100', local:checkpoint-100",
    })
    void itIsWhatTheHarnessWasToldToEvaluate(String arguments, String model) {
        assertThat(EvaluatedModel.in(Map.of("config", Map.of("model_args", arguments), "model_name", "other/name")))
                .isEqualTo(new ModelId(model));
    }

    @Test
    void argumentsMayBeAnObject() {
        assertThat(EvaluatedModel.in(Map.of(
                        "config", Map.of("model_args", Map.of("pretrained", "org/base", "peft", "org/adapter")))))
                .isEqualTo(new ModelId("org/adapter"));
    }

    @Test
    void elseItIsTheNameOfTheRunUnlessTheHarnessMadeItUp() {
        assertThat(EvaluatedModel.in(Map.of("model_name", "org/named"))).isEqualTo(new ModelId("org/named"));
        assertThat(EvaluatedModel.in(Map.of("config", Map.of("model_args", Map.of()), "model_name", "dtzt3t8v")))
                .isNull();
        assertThat(EvaluatedModel.in(Map.of("model_name", " "))).isNull();
        assertThat(EvaluatedModel.in(Map.of())).isNull();
    }
}

package org.eyrie.llama.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonParserTest {

    @Test
    void everyKindOfValueIsRead() {
        assertThat(JsonParser.parse(" { \"a\\u0041\\n\\\"\" : [1, -2.5e-1, true, false, null, {}, [], \"\\/é😀\"] } "))
                .isEqualTo(Map.of(
                        "aA\n\"", Arrays.asList(1.0, -0.25, true, false, null, Map.of(), java.util.List.of(), "/é😀")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"a\"}",
                "{\"a\": 1,}",
                "[1 2]",
                "01",
                "1.",
                "+1",
                "NaN",
                "tru",
                "\"a",
                "\"\\x\"",
                "\"\\u12g4\"",
                "{\"a\": 1, \"a\": 2}",
                "1 1",
                "// no\n1",
                "'a'",
                "\"a\nb\""
            })
    void whatIsNoJsonIsRefused(String text) {
        assertThatThrownBy(() -> JsonParser.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFaultHasItsPlace() {
        assertThatThrownBy(() -> JsonParser.parse("{\n \"a\": 1,\n \"b\" 2}"))
                .hasMessage("line 3, column 6: \":\" is expected");
    }

    @Test
    void depthIsBounded() {
        assertThatThrownBy(() -> JsonParser.parse("[".repeat(100_000)))
                .hasMessageContaining("nested more than 100 deep");
    }
}

package org.eyrie.sources.tree;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictJsonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1, 2]        | This is a list, not a JSON object",
                "\"x\"           | This is a text, not a JSON object",
                "5             | This is a number, not a JSON object",
                "1.5e3         | This is a number, not a JSON object",
                "true          | This is true or false, not a JSON object",
                "null          | This is null, not a JSON object",
                "{} {}         | Something follows the JSON object",
                "{\"a\": [1]} 3 | Something follows the JSON object"
            })
    void whatIsNoObjectIsCalledWhatItIs(String text, String message) {
        assertThatThrownBy(() -> StrictJson.object(new Place("facts.ndjson", 7), text))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(message);
        assertThatThrownBy(() -> StrictJson.line(new Place("facts.ndjson", 7), text))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{", "{\"a\": }", "{\"a\": 1, \"a\": 2}", "nonsense"})
    void whatIsNoJsonIsToldSo(String text) {
        assertThatThrownBy(() -> StrictJson.object(new Place("facts.ndjson", 7), text))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("This is no JSON object: ")
                .hasMessageNotContaining("java.");
    }
}

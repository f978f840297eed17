package org.eyrie.sources.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.eyrie.sources.spi.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read token by token is what the mapper makes of it; all else is left to that. */
class FlatJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":1,\"b\":-2147483649,\"c\":123456789012345678901234567890}",
                "{\"a\":0.1,\"b\":1e300,\"c\":-0.0,\"d\":12345678901234567890.5}",
                " { \"a\" : \"\\u00e9\\\"\\n\" , \"\" : true, \"b\":false } ",
            })
    void flatObjectsAreThoseOfTheMapper(String text) throws Exception {
        Map<String, Object> flat = FlatJson.object(text);
        assertThat(flat).isNotNull();
        // A list around it goes to the mapper as it always did.
        Map<String, Object> nested = StrictJson.object(Place.of("f"), "{\"x\":[" + text + "]}");
        assertThat(nested).isEqualTo(Map.of("x", List.of(flat)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":2}",
                "{\"a\":[1]}",
                "{\"a\":{}}",
                "{\"a\":null}",
                "{\"a\":1} x",
                "{\"a\":1}{}",
                "{\"a\":NaN}",
                "{\"a\":1",
                "[1]",
                "1",
                "",
                "{a:1}"
            })
    void ofAllElseNothingIsSaid(String text) {
        assertThat(FlatJson.object(text)).isNull();
    }

    @Test
    void aNullIsReadAsOne() throws Exception {
        assertThat(StrictJson.object(Place.of("f"), "{\"a\":null,\"b\":1}"))
                .containsEntry("a", null)
                .containsEntry("b", 1);
    }
}

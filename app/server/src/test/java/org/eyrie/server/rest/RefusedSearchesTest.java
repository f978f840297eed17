package org.eyrie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searches that cannot be begun over HTTP. */
class RefusedSearchesTest extends RestTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"family\": \"ciphers\"} | id: It is missing",
                "{\"id\": \"Not a name\", \"family\": \"ciphers\"} | lower-case",
                "{\"id\": \"a\", \"family\": \"../etc\"} | almanac or ciphers",
                "{\"id\": \"a\"} | Name a family",
                "{\"id\": \"a\", \"base\": \"/etc\", \"parents\": [\"/etc\"], \"items\": \"/etc/hosts\"} | --models",
                "{\"id\": \"a\", \"base\": \"ciphers/seed\", \"parents\": [\"../../etc\"]} | --models",
                "{\"id\": \"a\", \"base\": \"ciphers/seed\", \"parents\": [\"a\\u0000b\"]} | no path",
                "{\"id\": \"a\", \"family\": \"ciphers\", \"items\": \"/etc/hosts\"} | --models",
                "{\"id\": \"a\", \"family\": \"ciphers\", \"evaluator\": \"rm -rf {model}\"} | command line alone",
                "{\"id\": \"a\", \"family\": \"ciphers\", \"policy\": \"best\"} | best",
                "{\"id\": \"a\", \"family\": \"ciphers\", \"itemsBudget\": 0} | itemsBudget",
                "{\"id\": \"a\", \"family\": \"ciphers\", \"secondsBudget\": -1} | secondsBudget",
            })
    void whatCannotBeBegunIsToldAndLeavesNothing(String body, String told) {
        Answer refused = post("/api/v1/developments", body);
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains(told);
        assertThat(get("/api/v1/developments").json()).isEmpty();
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        Answer refused = post(
                "/api/v1/developments",
                "{\"id\": \"Not a name\", \"base\": \"/etc\", \"parents\": [\"ciphers/specialst1\", null], \"policy\":"
                        + " \"gided\", \"itemsBudget\": -4, \"secondsBudget\": 0, \"evaluator\": \"rm\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().findValuesAsText("where"))
                .containsExactlyInAnyOrder(
                        "id",
                        "base",
                        "parents[0]",
                        "parents[1]",
                        "policy",
                        "itemsBudget",
                        "secondsBudget",
                        "evaluator");
        assertThat(refused.body()).contains("Did you mean ciphers/specialist1?", "Did you mean \\\"guided\\\"?");
        assertThat(post("/api/v1/developments", "{\"id\": \"a\", \"family\": \"ciphers\", \"itemsBudget\": 11}")
                        .body())
                .contains("itemsBudget", "takes at least 12 items");
        assertThat(get("/api/v1/developments").json()).isEmpty();
    }
}

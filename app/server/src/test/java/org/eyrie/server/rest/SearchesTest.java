package org.eyrie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eyrie.server.BegunSearch.ONE;
import static org.eyrie.server.BegunSearch.SUM;

import com.fasterxml.jackson.databind.JsonNode;
import org.eyrie.server.BegunSearch;
import org.junit.jupiter.api.Test;

class SearchesTest extends RestTest {

    private void search(String name) {
        BegunSearch.in(sample().developments(), name);
    }

    @Test
    void searchesAreListedWithWhereTheyStand() {
        assertThat(get("/api/v1/developments").json()).isEmpty();
        search("second");
        search("first");
        JsonNode all = get("/api/v1/developments").json();
        assertThat(all).extracting(each -> each.get("id").asText()).containsExactly("first", "second");
        assertThat(all.get(0).get("spent").asInt()).isEqualTo(6);
        assertThat(all.get(0).get("state").asText()).isEqualTo("OPEN");
        assertThat(all.get(0).at("/leader/program").asText()).isEqualTo(SUM.id());
    }

    @Test
    void oneIsShownWithItsBestHowItWentAndNoFinalsBeforeThereAreAny() {
        search("mine");
        JsonNode one = get("/api/v1/developments/mine").json();
        assertThat(one.get("best"))
                .extracting(each -> each.get("program").asText())
                .containsExactly(SUM.id(), ONE.id());
        assertThat(one.get("progress"))
                .extracting(each -> each.get("spent").asInt())
                .containsExactly(3, 6);
        assertThat(one.at("/best/0/share").asDouble()).isEqualTo(1);
        assertThat(one.at("/best/0/mean").asDouble()).isBetween(.5, .999);
        assertThat(one.get("finals")).isEmpty();
    }

    @Test
    void whatIsNoNameAndWhatNobodyBeganAreTold() {
        search("mine");
        Answer wrong = get("/api/v1/developments/" + encoded("Not a name"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body()).contains("lower-case");
        Answer unknown = get("/api/v1/developments/other");
        assertThat(unknown.status()).isBetween(400, 404);
        assertThat(unknown.body()).contains("mine");
    }
}

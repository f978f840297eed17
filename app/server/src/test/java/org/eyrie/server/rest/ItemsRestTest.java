package org.eyrie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.eyrie.server.Sample;
import org.eyrie.server.SampleItems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ItemsRestTest extends RestTest {

    @BeforeEach
    void riddles() {
        sample().stores().facts().write(SampleItems.facts());
        fit();
    }

    @Test
    void itemsOfAModelAreAnsweredWithTheWholeAndItsEvidence() {
        JsonNode answer = get("/api/v1/models/" + encoded(SampleItems.NEW) + "/items?benchmark=Riddles")
                .json();
        assertThat(answer.get("items")).hasSize(SampleItems.ITEMS);
        assertThat(answer.get("whole").get("lower").asDouble())
                .isLessThan(answer.get("whole").get("upper").asDouble());
        assertThat(answer.get("evidence").get("relativesKnown").asInt()).isEqualTo(SampleItems.CHILDREN + 1);
        assertThat(answer.get("evidence").get("modelsKnown").asInt())
                .isEqualTo(SampleItems.FOUNDERS * (SampleItems.CHILDREN + 1));
        assertThat(answer.get("warnings")).isEmpty();
    }

    @Test
    void itemsInTheDatabaseCountAsObserved() {
        JsonNode answer =
                get("/api/v1/items?benchmark=Riddles&id=" + SampleItems.id(0)).json();
        assertThat(answer.get("evidence").get("itemsObserved").asInt()).isEqualTo(SampleItems.ITEMS);
        assertThat(answer.get("whole").get("lower").asDouble())
                .isEqualTo(answer.get("whole").get("upper").asDouble());
    }

    @Test
    void observedItemsOfABodyTellTheWholeBenchmark() {
        String body = "{\"model\": \"%s\", \"benchmark\": \"Riddles\", \"observed\": [%s]}";
        String wrong = "{\"item\": 1, \"correct\": false}, {\"item\": 2, \"correct\": false}";
        double without = get("/api/v1/items?benchmark=Riddles&id=" + SampleItems.NEW)
                .json()
                .get("whole")
                .get("mean")
                .asDouble();
        JsonNode answer =
                post("/api/v1/items", body.formatted(SampleItems.NEW, wrong)).json();
        assertThat(answer.get("whole").get("mean").asDouble()).isLessThan(without);
        assertThat(answer.get("items").get(1).get("observed").asBoolean()).isFalse();
    }

    @Test
    void aPlanIsAskedForByAddressOrWithABody() {
        assertThat(get("/api/v1/next-items?benchmark=Riddles&count=4&id=" + SampleItems.NEW)
                        .json()
                        .get("items"))
                .hasSize(4);
        JsonNode plan = post(
                        "/api/v1/next-items",
                        "{\"model\": \"%s\", \"benchmark\": \"Riddles\", \"targetWidth\": 0.2, \"count\": 60}"
                                .formatted(SampleItems.NEW))
                .json();
        int steps = plan.get("items").size();
        assertThat(steps).isBetween(1, 59);
        assertThat(plan.get("items").get(steps - 1).get("width").asDouble()).isLessThanOrEqualTo(0.2);
    }

    @Test
    void anIntervalAsWideAsAllScoresIsThereWithoutAnyRun() {
        String path = "/api/v1/next-items?benchmark=Riddles&id=" + SampleItems.NEW + "&targetWidth=";
        assertThat(get(path + "1").json().get("items")).isEmpty();
        assertThat(get(path + "1.01").status()).isEqualTo(400);
    }

    @Test
    void everyFaultOfAQuestionIsListed() {
        Answer answer = post("/api/v1/next-items", """
                        {"model": " ", "observed": [{"item": -1, "correct": true}, {"item": 2}],
                         "costs": [{"item": 1, "cost": 0}], "count": 0, "targetWidth": 7}""");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().findValuesAsText("where"))
                .contains(
                        "model",
                        "benchmark",
                        "observed[0].item",
                        "observed[1].correct",
                        "costs[0].cost",
                        "count",
                        "targetWidth");
    }

    @Test
    void whatCannotBeAnsweredIsSaidInOneForm() {
        assertThat(get("/api/v1/items?benchmark=QA&id=" + Sample.MIX).status()).isEqualTo(422);
        assertThat(get("/api/v1/items?benchmark=Riddles&id=" + Sample.STUB).status())
                .isEqualTo(422);
        assertThat(get("/api/v1/items?benchmark=Chess&id=" + Sample.MIX).status())
                .isEqualTo(404);
        assertThat(get("/api/v1/next-items?benchmark=Riddles&id=no/body").status())
                .isEqualTo(404);
    }
}

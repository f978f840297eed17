package org.eyrie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.FinalScore;
import org.eyrie.model.development.Finalist;
import org.eyrie.server.searching.Rivals;
import org.junit.jupiter.api.Test;

/** Searches begun, stopped and worked at over HTTP, with real networks. */
class ServedSearchesTest extends RestTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Few programs at once: what is thought of before the first order takes no time. */
    private static final String PULLED = ", \"evaluator\": \"pull\", \"policy\": \"halving\", \"itemsBudget\": 300";

    private static final String MINE = "/api/v1/developments/mine";

    private Answer start(String more) {
        return post("/api/v1/developments", "{\"id\": \"mine\", \"family\": \"ciphers\"" + more + "}");
    }

    private JsonNode awaited(String state) throws InterruptedException {
        long last = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (true) {
            JsonNode search = get(MINE).json().get("search");
            if (search.get("state").asText().equals(state)
                    && search.get("activity").asText().equals("NONE")) {
                return search;
            }
            assertThat(search.get("trouble").isNull()).as(search.toString()).isTrue();
            assertThat(System.nanoTime()).as(search.toString()).isLessThan(last);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    @Test
    void aSearchThatIsBegunRunsToItsEndAndStaysEnded() throws InterruptedException {
        String small = ", \"itemsBudget\": 120, \"policy\": \"random\"";
        Answer begun = start(small);
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        assertThat(begun.header("Location")).endsWith(MINE);
        JsonNode ended = awaited("FINISHED");
        assertThat(ended.get("spent").asInt()).isBetween(30, 120);
        assertThat(ended.at("/leader/program").asText()).startsWith("alg:");
        assertThat(start(small).json().get("state").asText()).isEqualTo("FINISHED");
        assertThat(post(MINE + "/stop", "{}").json().get("state").asText()).isEqualTo("FINISHED");
        Answer other = start(", \"itemsBudget\": 121, \"policy\": \"random\"");
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.body()).contains("it began with");
    }

    @Test
    void aSearchIsStoppedAndGoesOn() throws InterruptedException {
        start(", \"itemsBudget\": 100000, \"policy\": \"full\"");
        while (get(MINE).json().at("/search/tried").asInt() == 0) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        Answer stopped = post(MINE + "/stop", "{}");
        assertThat(stopped.status()).as(stopped.body()).isEqualTo(200);
        long spent = awaited("STOPPED").get("spent").asLong();
        assertThat(post(MINE + "/start", "{}").status()).isEqualTo(202);
        while (get(MINE).json().at("/search/spent").asLong() == spent) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        post(MINE + "/stop", "{}");
        awaited("STOPPED");
    }

    @Test
    void workersEvaluateASearchToItsEnd() throws Exception {
        assertThat(start(", \"evaluator\": \"pull\", \"itemsBudget\": 400").status())
                .isEqualTo(202);
        assertThat(get(MINE).json().at("/search/activity").asText()).isEqualTo("PULLED");
        PullingWorker worker = new PullingWorker(uri("/"), "mine", 4, 60);
        while (worker.work()) {
            // until it has ended
        }
        JsonNode ended = get(MINE).json().get("search");
        assertThat(ended.get("state").asText()).isEqualTo("FINISHED");
        assertThat(ended.get("spent").asInt()).isBetween(300, 400);
    }

    @Test
    void settledFinalistsAreTestedByWorkersOnceTheSearchHasEnded() throws Exception {
        start(PULLED);
        PullingWorker worker = new PullingWorker(uri("/"), "mine", 1, 60);
        while (worker.work()) {
            // until it has ended
        }
        DevelopmentId mine = new DevelopmentId("mine");
        JsonNode before = get(MINE).json().get("search");
        assertThat(leased("early", 60).isMissingNode()).isTrue();
        List<Finalist> finalists = sample().finals()
                .freeze(mine, new Rivals(sample().developments().read(mine)).finalists(2));
        JsonNode lost = leased("lost", 60);
        JsonNode order = leased("me", 60);
        assertThat(lost.get("number").asInt()).isEqualTo(-1);
        assertThat(order.get("number").asInt()).isEqualTo(-2);
        assertThat(order.get("items")).hasSize(1_800);
        assertThat(order.at("/items/0/answer").asText()).isNotEmpty();
        ObjectNode fewer = answer(order, true);
        fewer.withArray("items").remove(0);
        assertThat(send(fewer).body()).contains("1 have no answer");
        assertThat(send(answer(order, true)).json().at("/0/counted").asBoolean())
                .isTrue();
        assertThat(send(answer(order, false)).json().at("/0/counted").asBoolean())
                .isFalse();
        send(answer(lost, false));
        JsonNode failing = leased("me", 1);
        ObjectNode failure = JSON.createObjectNode()
                .put("number", failing.get("number").asInt())
                .put("failure", "its weights are not finite");
        assertThat(send(failure).json().at("/0/counted").asBoolean()).isTrue();
        while (worker.work()) {
            // until all are judged
        }
        List<FinalScore> scores = sample().finals().scores(mine);
        List<String> judged =
                new ArrayList<>(finalists.stream().map(Finalist::program).toList());
        assertThat(judged.remove(2)).isEqualTo(failing.get("program").asText());
        assertThat(scores).extracting(FinalScore::program).containsExactlyElementsOf(judged);
        assertThat(scores.get(0).outcomes()).doesNotContain("1");
        assertThat(scores.get(1).outcomes()).doesNotContain("0");
        assertThat(scores.get(2).outcomes().charAt(7))
                .isEqualTo(PullingWorker.solves(finalists.get(3).text(), 7) ? '1' : '0');
        assertThat(get(MINE).json().get("search").get("spent")).isEqualTo(before.get("spent"));
    }

    private JsonNode leased(String worker, int seconds) {
        Answer answer =
                post(MINE + "/leases", "{\"worker\": \"" + worker + "\", \"count\": 1, \"seconds\": " + seconds + "}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().at("/orders/0");
    }

    private static ObjectNode answer(JsonNode order, boolean solved) {
        ObjectNode answer =
                JSON.createObjectNode().put("number", order.get("number").asInt());
        ArrayNode items = answer.putArray("items");
        order.get("items")
                .forEach(item ->
                        items.addObject().put("item", item.get("item").asInt()).put("solved", solved));
        return answer;
    }

    private Answer send(ObjectNode answer) {
        ObjectNode body = JSON.createObjectNode();
        body.putArray("answers").add(answer);
        return post(MINE + "/outcomes", body.toString());
    }

    @Test
    void anOrderSaysHowTheMergeIsMadeAndWhatItIsAsked() {
        start(", \"evaluator\": \"pull\", \"policy\": \"climb\"");
        JsonNode order = leased("me", 60);
        assertThat(order.get("text").asText()).startsWith("base");
        assertThat(order.get("base").asText()).isEqualTo("ciphers/seed");
        assertThat(order.get("parents")).hasSize(3);
        assertThat(order.get("mergekit").asText()).contains("merge_method", "ciphers/specialist1");
        JsonNode item = order.at("/items/0");
        assertThat(item.get("prompt").asText())
                .isNotEmpty()
                .isEqualTo(item.get("name").asText());
        assertThat(item.get("answer").asText()).isNotEmpty();
    }

    @Test
    void ofTwoAnswersTheFirstCountsAndIsPaidOnce() {
        start(PULLED);
        JsonNode order = leased("me", 60);
        int items = order.get("items").size();
        assertThat(send(answer(order, true)).json().at("/0/counted").asBoolean())
                .isTrue();
        JsonNode again = send(answer(order, true)).json().get(0);
        assertThat(again.get("counted").asBoolean()).isTrue();
        assertThat(again.get("items").asInt()).isEqualTo(items);
        assertThat(send(answer(order, false)).json().at("/0/counted").asBoolean())
                .isFalse();
        ObjectNode failure = JSON.createObjectNode()
                .put("number", order.get("number").asInt())
                .put("failure", "too late");
        assertThat(send(failure).json().at("/0/counted").asBoolean()).isFalse();
        assertThat(get(MINE).json().at("/search/spent").asInt()).isEqualTo(items);
    }

    @Test
    void answersToWhatWasNotAskedAreRefusedAsAWhole() {
        start(PULLED);
        JsonNode order = leased("me", 60);
        ObjectNode more = answer(order, true);
        more.withArray("items").addObject().put("item", 100_000).put("solved", true);
        assertThat(send(more).body()).contains("1 were not asked: 100000");
        ObjectNode fewer = answer(order, true);
        fewer.withArray("items").remove(0);
        assertThat(send(fewer).body()).contains("1 have no answer");
        ObjectNode twice = answer(order, true);
        twice.withArray("items")
                .addObject()
                .put("item", order.at("/items/0/item").asInt())
                .put("solved", false);
        assertThat(send(twice).body()).contains("two ways");
        ObjectNode body = JSON.createObjectNode();
        body.putArray("answers")
                .add(answer(order, true))
                .addObject()
                .put("number", 99_999)
                .put("failure", "x");
        Answer refused = post(MINE + "/outcomes", body.toString());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("answers[1].number", "no order 99999");
        assertThat(get(MINE).json().at("/search/spent").asInt()).isZero();
        ObjectNode both = answer(order, true).put("failure", "x");
        assertThat(send(both).body()).contains("and not both");
    }

    @Test
    void whatIsNotAnsweredInTimeOthersGetAndALateAnswerStillCounts() throws InterruptedException {
        start(PULLED);
        JsonNode order = leased("slow", 1);
        assertThat(leased("quick", 60).get("number")).isNotEqualTo(order.get("number"));
        TimeUnit.MILLISECONDS.sleep(1_100);
        assertThat(leased("quick", 60).get("number")).isEqualTo(order.get("number"));
        assertThat(send(answer(order, true)).json().at("/0/counted").asBoolean())
                .isTrue();
    }

    @Test
    void aFailureIsRecordedAndCostsNothing() {
        start(PULLED);
        JsonNode order = leased("me", 60);
        ObjectNode failure = JSON.createObjectNode()
                .put("number", order.get("number").asInt())
                .put("failure", "its weights are not finite");
        JsonNode kept = send(failure).json().get(0);
        assertThat(kept.get("counted").asBoolean()).isTrue();
        JsonNode search = get(MINE).json().get("search");
        assertThat(search.get("failed").asInt()).isEqualTo(1);
        assertThat(search.get("spent").asInt()).isZero();
    }

    @Test
    void aStoppedSearchGivesNoWorkAndOneThatRunsHereHasNone() {
        start(PULLED);
        post(MINE + "/stop", "{}");
        Answer none = post(MINE + "/leases", "{\"worker\": \"me\"}");
        assertThat(none.json().get("state").asText()).isEqualTo("STOPPED");
        assertThat(none.json().get("orders")).isEmpty();
        post("/api/v1/developments", "{\"id\": \"here\", \"family\": \"ciphers\", \"itemsBudget\": 12}");
        Answer refused = post("/api/v1/developments/here/leases", "{\"worker\": \"me\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("No workers evaluate it");
    }
}

package org.eyrie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.eyrie.server.Sample;
import org.junit.jupiter.api.Test;

class BoardTest extends RestTest {

    @Test
    void everyModelIsOnTheBoardWithRanksAndIntervals() {
        fit();
        JsonNode board = get("/api/v1/board?copies=true").json();
        assertThat(board.get("total").asInt()).isEqualTo(6);
        JsonNode first = board.get("rows").get(0);
        assertThat(first.get("best").asInt()).isEqualTo(1);
        assertThat(first.get("mean").get("lower").asDouble())
                .isLessThanOrEqualTo(first.get("mean").get("value").asDouble());
        assertThat(first.get("cells")).hasSize(2);
        assertThat(board.get("kinds").get("relations").get(0).asText()).isIn("finetune", "merge");
    }

    @Test
    void columnsWordsAndOrderAreInTheAddress() {
        fit();
        JsonNode board = get("/api/v1/board?benchmark=QA&text=7B%20acme&sort=name&limit=2&offset=1")
                .json();
        assertThat(board.get("total").asInt()).isEqualTo(4);
        assertThat(board.get("benchmarks")).hasSize(1);
        assertThat(board.get("rows").get(0).get("model").get("id").asText()).isEqualTo(Sample.B);
        assertThat(get("/api/v1/board?sort=-QA").json().get("rows").get(0).get("cells"))
                .hasSize(2);
    }

    @Test
    void allOfItIsATableForPrograms() {
        fit();
        Answer csv = get("/api/v1/board.csv?benchmark=QA");
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).contains("board.csv");
        assertThat(csv.body().lines()).hasSize(7);
        assertThat(csv.body()).startsWith("model,relation,parameters_billions").contains("QA measured,QA predicted");
    }

    @Test
    void everyFaultOfAQuestionIsListed() {
        Answer answer = get("/api/v1/board?relation=cousin&measured=maybe&least=big&since=soon&limit=0");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().findValuesAsText("where"))
                .containsExactlyInAnyOrder("relation", "measured", "least", "since", "limit");
        assertThat(get("/api/v1/board?benchmark=Chess").status()).isEqualTo(404);
    }

    @Test
    void searchingTakesWordsInAnyOrderTheExactIdFirst() {
        JsonNode found = get("/api/v1/search?text=7B%20acme").json();
        assertThat(found.get("total").asInt()).isEqualTo(4);
        assertThat(found.get("items").get(0).get("id").asText()).isEqualTo(Sample.A);
        assertThat(get("/api/v1/search?text=MIX-7b")
                        .json()
                        .get("items")
                        .get(0)
                        .get("id")
                        .asText())
                .isEqualTo(Sample.MIX);
        JsonNode near = get("/api/v1/search?text=acme/mxi-7b").json();
        assertThat(near.get("near").asBoolean()).isTrue();
        assertThat(near.get("items").get(0).get("id").asText()).isEqualTo(Sample.MIX);
        assertThat(get("/api/v1/search").status()).isEqualTo(400);
    }

    @Test
    void calibrationComparesEachScoreToWhatIsPredictedWithoutIt() {
        fit();
        JsonNode rows = get("/api/v1/calibration").json();
        assertThat(rows).isNotEmpty();
        assertThat(rows.get(0).get("inside").asDouble()).isBetween(0.0, 1.0);
        assertThat(rows.get(0).get("bins").get(0).get("scores").asInt()).isPositive();
    }
}

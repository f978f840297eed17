package org.eyrie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import org.eyrie.server.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest extends RestTest {

    private static JsonNode problem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("detail").asText()).isNotBlank();
        assertThat(problem.get("title").asText()).isNotBlank();
        assertThat(problem.get("type").asText()).startsWith("urn:eyrie:problem:");
        return problem;
    }

    @Test
    void everyFaultOfARequestIsListed() {
        JsonNode problem = problem(get("/api/v1/neighbourhood?id=%20&hops=x&limit=0"), 400);
        assertThat(problem.get("errors")).hasSize(3);
        assertThat(problem.findValuesAsText("where")).containsExactly("id", "hops", "limit");
    }

    @Test
    void everyFaultOfABodyIsListed() {
        JsonNode problem = problem(post("/api/v1/what-if", """
                        {"parents": [{"id": " "}, {"id": "a/b", "weight": -1}, {"id": "a/c"}], "relation": "cousin",
                         "benchmarks": [""]}"""), 400);
        assertThat(problem.findValuesAsText("where"))
                .contains("benchmarks[0]", "parents[0].id", "relation")
                .hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/model?id=acme/mx-7b, acme/mix-7b",
        "/api/v1/ancestors?id=MIX-7B, acme/mix-7b",
        "/api/v1/best?benchmark=MATH, MATH Lvl 5"
    })
    void namesThatMayHaveBeenMeantAreSuggested(String path, String meant) {
        assertThat(problem(get(path), 404).get("suggestions").get(0).asText()).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/model?id=no/body, 404, UNKNOWN_MODEL",
        "/api/v1/ancestors?id=no/body, 404, UNKNOWN_MODEL",
        "/api/v1/best?benchmark=Chess, 404, UNKNOWN_BENCHMARK",
        "/api/v1/fits/none, 404, UNKNOWN_FIT",
        "/api/v1/jobs/none, 404, UNKNOWN_JOB",
        "/api/v1/developments/none, 404, UNKNOWN_SEARCH",
        "/api/v1/jobs/none/events, 404, UNKNOWN_JOB",
        "/api/v1/predictions?id=acme/mix-7b, 409, NO_FIT",
        "/api/v1/model, 400, INVALID_INPUT",
        "/api/v1/nothing, 404, NOT_FOUND",
        "/nothing, 404, NOT_FOUND",
    })
    void whatIsWrongIsSaidInOneForm(String path, int status, String code) {
        assertThat(problem(get(path), status).get("code").asText()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/families?cursor=here, cursor",
        "/api/v1/families?cursor=x:acme/a, cursor",
        "/api/v1/families?cursor=7:, cursor",
        "/api/v1/models?cursor=%20, cursor",
        "/api/v1/models?limit=NaN, limit",
        "/api/v1/predictions?id=acme/mix-7b&leaveOut=maybe, leaveOut",
        "/api/v1/explanation?id=acme/mix-7b&benchmark=QA&leaveOut=2, leaveOut",
        "/api/v1/next-items?id=acme/mix-7b&benchmark=QA&targetWidth=1e999, targetWidth",
        "/api/v1/next-items?id=acme/mix-7b&benchmark=QA&targetWidth=NaN, targetWidth",
        "/api/v1/lineage/suspicious?least=-1, least",
    })
    void aMalformedParameterIsNamed(String path, String where) {
        assertThat(problem(get(path), 400).findValuesAsText("where")).containsExactly(where);
    }

    @Test
    void brokenJsonAndUnknownFieldsAreRefusedWithTheirPlace() {
        problem(post("/api/v1/what-if", "{"), 400);
        JsonNode unknown = problem(post("/api/v1/what-if", "{\"parent\": []}"), 400);
        assertThat(unknown.findValuesAsText("where")).containsExactly("parent");
        JsonNode wrongType = problem(post("/api/v1/what-if", "{\"parents\": [{\"weight\": \"much\"}]}"), 400);
        assertThat(wrongType.findValuesAsText("where").get(0)).contains("weight");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"parent\": []} | parent | Did you mean \"parents\"?",
                "{\"parents\": [7]} | parents[0] | It must be a name, or an object with id and weight, not a number.",
                "{\"parents\": [{\"weight\": \"much\"}]} | parents[0].weight | It must be a number, not a text.",
                "{\"parents\": {}} | parents | It must be a list, not an object.",
                "{\"relation\": []} | relation | It must be a text, not a list.",
                "{\"strict\": 1} | strict | It must be true or false",
                "{\"traits\": \"big\"} | traits | It must be an object, not",
                "[] | body | This is a list, not a JSON object.",
                "7 | body | This is a number, not a JSON object.",
                "{\"parents\": | body | This is no JSON: Unexpected end-of-input",
                "{'a': 1} | body | (line 1, column 2)",
            })
    void aBodyThatCannotBeReadIsToldInTheSendersWords(String body, String where, String reason) {
        JsonNode problem = problem(post("/api/v1/what-if", body), 400);
        assertThat(problem.findValuesAsText("where")).as(problem.toString()).containsExactly(where);
        assertThat(problem.get("errors").get(0).get("reason").asText()).contains(reason);
        assertThat(problem.toString()).doesNotContain("org.eyrie", "java.", "Source:", "ignorable", "`");
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        problem(post("/api/v1/predictions", "{\"models\": [\"" + "x".repeat(2_000_000) + "\"]}"), 413);
    }

    @Test
    void theWrongMethodIsRefused() {
        problem(delete("/api/v1/models"), 405);
    }

    @Test
    void aPageOfAnotherSiteIsRefused() {
        problem(
                send(HttpRequest.newBuilder(uri("/api/v1/fits"))
                        .header("Origin", "http://elsewhere.example")
                        .POST(HttpRequest.BodyPublishers.noBody())),
                403);
    }

    @Test
    void aDatabaseThatDiesIsToldAndTheServiceLivesOn() {
        fit();
        assertThat(get("/health").status()).isEqualTo(200);
        sample().breakDown();
        assertThat(problem(get("/api/v1/predictions?id=" + Sample.MIX), 503)
                        .get("code")
                        .asText())
                .isEqualTo("STORE_UNAVAILABLE");
        assertThat(get("/health").status()).isEqualTo(503);
        assertThat(get("/openapi.yml").status()).isEqualTo(200);
    }
}

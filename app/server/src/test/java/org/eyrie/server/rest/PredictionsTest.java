package org.eyrie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.eyrie.model.Facts;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.server.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PredictionsTest extends RestTest {

    @BeforeEach
    void aFitIsThere() {
        fit();
    }

    @Test
    void aPredictionSaysItsFitIntervalEvidenceBaselineAndWarnings() {
        JsonNode cell = get("/api/v1/models/" + encoded(Sample.MIX) + "/predictions?benchmark=MATH%20Lvl%205")
                .json()
                .get(0);
        assertThat(cell.get("measured").isNull()).isTrue();
        assertThat(cell.get("predicted").get("lower").asDouble())
                .isLessThan(cell.get("predicted").get("upper").asDouble());
        assertThat(cell.get("predicted").get("level").asDouble()).isEqualTo(0.9);
        assertThat(cell.get("evidence").get("relativesMeasured").asInt()).isEqualTo(3);
        assertThat(cell.get("evidence").get("ownScores").asInt()).isZero();
        assertThat(cell.get("baseline").asDouble()).isEqualTo(0.275);
        assertThat(cell.get("fit").asText()).isNotBlank();
        assertThat(cell.get("warnings")).isEmpty();
    }

    @Test
    void aMeasurementIsKeptFromThePredictionBesideItUnlessARepetitionIsAskedFor() {
        String path = "/api/v1/predictions?id=" + Sample.BASE + "&benchmark=MATH%20Lvl%205";
        JsonNode with = get(path + "&leaveOut=false").json().get(0);
        JsonNode without = get(path).json().get(0);
        assertThat(without).isEqualTo(get(path + "&leaveOut=true").json().get(0));
        assertThat(without.get("predicted").get("mean").asDouble())
                .isGreaterThan(with.get("predicted").get("mean").asDouble());
        assertThat(without.get("leftOut").asBoolean()).isTrue();
        assertThat(with.get("leftOut").asBoolean()).isFalse();
        assertThat(without.get("measured").asDouble()).isEqualTo(0.2);
        assertThat(without.get("evidence").get("ownScores").asInt()).isEqualTo(1);
    }

    @Test
    void whereThereIsNoEvidenceItRefusesRatherThanGuess() {
        Answer answer = get("/api/v1/predictions?id=" + Sample.STUB);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("code").asText()).isEqualTo("NO_FAMILY_EVIDENCE");
    }

    @Test
    void aModelWithNothingButAnArchitectureIsPredictedWithAWarningOnceThreeFamiliesHaveIt() {
        assertThat(get("/api/v1/predictions?id=" + Sample.LONER).status()).isEqualTo(422);
        sample().addFounder("other/one-7b", 0.3);
        sample().addFounder("other/two-7b", 0.4);
        fit();
        JsonNode cell = get("/api/v1/predictions?id=" + Sample.LONER).json().get(0);
        assertThat(cell.get("predicted").isNull()).isFalse();
        assertThat(cell.get("warnings").get(0).asText()).contains("architecture alone");
    }

    @Test
    void aFitOlderThanTheDataIsSaidToBeSo() {
        sample().stores().facts().write(Facts.models(java.util.List.of(Model.stub(new ModelId("new/one")))));
        assertThat(get("/api/v1/predictions?id=" + Sample.MIX)
                        .json()
                        .get(0)
                        .get("warnings")
                        .toString())
                .contains("The data changed since");
    }

    @Test
    void manyModelsGetARowPerBenchmarkAnsweredOrNot() {
        JsonNode rows = post(
                        "/api/v1/predictions",
                        "{\"models\": [\"%s\", \"no/body\", \"%s\"]}".formatted(Sample.MIX, Sample.STUB))
                .json();
        assertThat(rows).hasSize(6);
        assertThat(rows.get(2).get("forecast").isNull()).isTrue();
        assertThat(rows.get(4).get("forecast").get("predicted").isNull()).isTrue();
    }

    @Test
    void aPlannedMergeIsPredictedWithItsChanceToBeatTheBestParent() {
        JsonNode plans = post(
                        "/api/v1/what-if",
                        "{\"parents\": [{\"id\": \"%s\", \"weight\": 0.7}, {\"id\": \"%s\", \"weight\": 0.3}]}"
                                .formatted(Sample.A, Sample.B))
                .json();
        JsonNode math = plans.get(0);
        assertThat(math.get("bestParent").asText()).isEqualTo(Sample.A);
        assertThat(math.get("bestParentMeasured").asBoolean()).isTrue();
        assertThat(math.get("chanceToBeatBestParent").asDouble()).isBetween(0.0, 1.0);
        assertThat(get("/api/v1/models").json().get("items")).hasSize(6);
    }

    @Test
    void manyCandidatesAreScreenedJointly() {
        JsonNode answer = post("/api/v1/screening", """
                        {"candidates": [{"parents": [{"id": "acme/a-7b"}, {"id": "acme/b-7b"}], "label": "even"},
                                        {"model": "acme/mix-7b"},
                                        {"recipe": "{merge_method: linear, models: [{model: acme/b-7b}]}"}],
                         "benchmarks": {"MATH Lvl 5": 1, "QA": 3}, "budget": 2}""").json();
        assertThat(answer.get("evaluate")).hasSize(2);
        assertThat(answer.get("candidates").findValuesAsText("candidate"))
                .containsExactlyInAnyOrder("even", "acme/mix-7b", "candidates[2]");
        assertThat(answer.get("expectedBest").asDouble())
                .isGreaterThanOrEqualTo(answer.get("expectedAtRandom").asDouble());
        Answer refused = post("/api/v1/screening", """
                        {"candidates": [{"model": "acme/mix-7b", "id": "x"}, {"parents": [{"weight": 2}]}],
                         "benchmarks": {"QA": null}}""");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().findValuesAsText("where"))
                .contains("candidates[0]", "candidates[1].parents[0].id", "benchmarks.QA", "budget");
    }

    @Test
    void aParentMayBeANameAndBenchmarksAListOfSuch() {
        JsonNode byName = post("/api/v1/screening", """
                        {"candidates": [{"parents": ["acme/a-7b", {"id": "acme/b-7b"}]}, {"model": "acme/mix-7b"}],
                         "benchmarks": ["MATH Lvl 5", "QA"], "budget": 1}""").json();
        assertThat(byName).isEqualTo(post("/api/v1/screening", """
                        {"candidates": [{"parents": [{"id": "acme/a-7b"}, {"id": "acme/b-7b"}]},
                                        {"model": "acme/mix-7b"}],
                         "benchmarks": {"MATH Lvl 5": 1, "QA": 1}, "budget": 1}""").json());
        assertThat(byName.get("evaluate")).hasSize(1);
        assertThat(post("/api/v1/what-if", "{\"parents\": [\"acme/a-7b\"]}").json())
                .isEqualTo(post("/api/v1/what-if", "{\"parents\": [{\"id\": \"acme/a-7b\"}]}")
                        .json())
                .isNotEmpty();
        Answer refused = post("/api/v1/screening", """
                        {"candidates": [{"parents": [" "]}], "benchmarks": ["QA", 7, "QA", null, ""]}""");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().findValuesAsText("where"))
                .contains("candidates[0].parents[0].id")
                .contains("benchmarks[1]", "benchmarks[2]", "benchmarks[3]", "benchmarks[4]", "budget");
        assertThat(post("/api/v1/screening", "{\"benchmarks\": {\"QA\": \"much\"}}")
                        .body())
                .contains("Its weight must be a number, not");
    }

    @Test
    void modelsThatNobodyKnowsAreToldWithThoseThatMayHaveBeenMeant() {
        String meant = "There is no model \"acme/mx-7b\". Did you mean \"acme/mix-7b\"";
        assertThat(post("/api/v1/screening", """
                        {"candidates": [{"model": "acme/mx-7b"}, {"parents": ["acme/mx-7b"]}],
                         "benchmarks": ["QA"], "budget": 1}""").json().findValuesAsText("reason"))
                .hasSize(2)
                .allMatch(reason -> reason.startsWith(meant));
        assertThat(post("/api/v1/next-evaluations", """
                        {"bestOn": {"QA": 1}, "among": ["acme/mx-7b", "acme/a-7b"]}""").json().findValuesAsText("reason"))
                .singleElement()
                .asString()
                .startsWith(meant);
    }

    @Test
    void whatToEvaluateNextIsSaidForEitherQuestion() {
        JsonNode howGood = post("/api/v1/next-evaluations", """
                        {"model": "acme/mix-7b", "benchmarks": ["QA"], "costs": {"QA": 10, "MATH Lvl 5": 1}}""").json();
        assertThat(howGood.get("benchmarks")).hasSize(1);
        JsonNode run = howGood.get("runs").get(0);
        assertThat(run.get("gain").asDouble() / run.get("cost").asDouble())
                .isEqualTo(run.get("gainPerCost").asDouble());
        assertThat(run.get("after").asDouble()).isLessThan(howGood.get("now").asDouble());
        JsonNode best = post("/api/v1/next-evaluations", """
                        {"bestOn": {"MATH Lvl 5": 1}, "among": ["acme/a-7b", "acme/mix-7b"], "count": 1}""").json();
        assertThat(best.get("runs").findValuesAsText("model")).containsExactly("acme/mix-7b");
        assertThat(best.get("measured").findValuesAsText("model")).containsExactly("acme/a-7b");
        Answer refused = post("/api/v1/next-evaluations", """
                        {"benchmarks": ["QA"], "costs": {"QA": null}, "count": 0}""");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().findValuesAsText("where")).contains("model", "benchmarks", "costs.QA", "count");
        assertThat(post("/api/v1/next-evaluations", "{\"bestOn\": {\"QA\": 1}, \"among\": [\"x/y\"]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aPlanTakesANameAndTraitsAndSaysWhatItAssumed() {
        JsonNode plan = post("/api/v1/what-if", """
                        {"parents": [{"id": "%s"}], "id": "acme/new-7b-dpo",
                         "traits": {"type": "chat", "chatTemplate": true, "uploaded": "2025-01-31"}}""".formatted(Sample.A)).json().get(0);
        Map<String, Boolean> given = new HashMap<>();
        plan.get("traits")
                .forEach(trait ->
                        given.put(trait.get("name").asText(), trait.get("given").asBoolean()));
        assertThat(given)
                .containsOnly(
                        entry("id", true),
                        entry("type", true),
                        entry("chatTemplate", true),
                        entry("uploaded", true),
                        entry("architecture", false),
                        entry("parametersBillions", false),
                        entry("moe", false));
    }

    @Test
    void whatIsWrongWithAPlansTraitsIsListed() {
        JsonNode problem = post("/api/v1/what-if", """
                        {"parents": [{"id": "%s"}], "id": " ",
                         "traits": {"parametersBillions": -1, "type": "", "uploaded": "31.1.2025"}}""".formatted(Sample.A)).json();
        assertThat(problem.findValuesAsText("where"))
                .containsExactlyInAnyOrder("id", "traits.parametersBillions", "traits.type", "traits.uploaded");
        String impossible = "{\"parents\": [{\"id\": \"%s\"}], \"strict\": true, \"traits\": {\"architecture\": \"X\"}}"
                .formatted(Sample.A);
        Answer strict = post("/api/v1/what-if", impossible);
        assertThat(strict.status()).isEqualTo(400);
        assertThat(strict.json().findValuesAsText("where")).containsExactly("architecture");
    }

    @Test
    void anExplanationNamesTheRelativesBehindAPrediction() {
        JsonNode explanation =
                get("/api/v1/explanation?benchmark=QA&id=" + Sample.MIX).json();
        assertThat(explanation.get("contributions").findValuesAsText("model")).contains(Sample.A, Sample.BASE);
        double sum = 0;
        for (JsonNode part : explanation.get("contributions")) {
            sum += part.get("logit").asDouble();
        }
        assertThat(sum).isCloseTo(explanation.get("logit").asDouble(), within(1e-9));
    }

    @Test
    void aLeaderboardMixesMeasuredAndPredictedScores() {
        JsonNode board =
                get("/api/v1/leaderboard?benchmark=QA&id=" + Sample.BASE).json();
        assertThat(board).hasSize(4);
        assertThat(board.get(0).get("model").asText()).isEqualTo(Sample.A);
        assertThat(board.get(0).get("predicted"))
                .as("without what was measured beside it")
                .isEqualTo(get("/api/v1/predictions?benchmark=QA&leaveOut=true&id=" + Sample.A)
                        .json()
                        .get(0)
                        .get("predicted"));
    }

    @Test
    void aPlanCanBeARecipeInPlaceOfParents() {
        fit();
        String recipe = "merge_method: slerp\\nbase_model: acme/a-7b\\nmodels: [{model: acme/a-7b}, {model: acme/b-7b}]"
                + "\\nparameters: {t: 0.25}";
        Answer plan = post("/api/v1/what-if", "{\"recipe\": \"" + recipe + "\"}");
        assertThat(plan.status()).as(plan.body()).isEqualTo(200);
        assertThat(plan.json())
                .isEqualTo(post(
                                "/api/v1/what-if",
                                "{\"parents\": [{\"id\": \"acme/a-7b\", \"weight\": 0.75},"
                                        + " {\"id\": \"acme/b-7b\", \"weight\": 0.25}], \"method\": \"slerp\"}")
                        .json());
        Answer both = post("/api/v1/what-if", "{\"recipe\": \"not: [closed\", \"parents\": [{\"id\": \"acme/a-7b\"}]}");
        assertThat(both.status()).isEqualTo(400);
        assertThat(both.json().get("errors")).hasSize(2);
    }

    @Test
    void suspiciousLineageComesWithWhatWouldBeWithoutIt() {
        JsonNode all = get("/api/v1/lineage/suspicious?least=0&limit=200").json();
        assertThat(all).isNotEmpty();
        for (JsonNode derivation : all) {
            assertThat(derivation.get("disagreement").asDouble()).isNotNegative();
            JsonNode outlook = derivation.get("outlooks").get(0);
            assertThat(outlook.get("predictedWithout").asDouble()).isBetween(0.0, 1.0);
        }
        assertThat(get("/api/v1/lineage/suspicious?id=" + Sample.BASE).status()).isEqualTo(200);
        Answer refused = get("/api/v1/lineage/suspicious?least=x&limit=0");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("least", "limit");
        assertThat(get("/api/v1/lineage/suspicious?id=no/body").status()).isEqualTo(404);
    }
}

package org.eyrie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import org.eyrie.model.Facts;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.server.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept in memory is never older than what was written before the question. */
class KeptAnswersTest extends RestTest {

    @BeforeEach
    void aFitIsThere() {
        fit();
    }

    private Answer getUnless(String path, String tag) {
        return send(
                HttpRequest.newBuilder(uri(path)).header("If-None-Match", tag).GET());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/predictions?id=" + Sample.MIX,
                "/api/v1/ancestors?id=" + Sample.MIX,
                "/api/v1/model?id=" + Sample.MIX,
                "/api/v1/evaluations?id=" + Sample.A,
                "/api/v1/families",
                "/api/v1/models?limit=2",
                "/api/v1/leaderboard?id=" + Sample.BASE + "&benchmark=QA",
                "/api/v1/benchmarks",
                "/api/v1/coverage"
            })
    void aClientThatHasTheAnswerIsToldSoUntilAFactOrAFitIsNew(String path) {
        Answer first = get(path);
        String tag = first.header("ETag");
        assertThat(first.status()).isEqualTo(200);
        assertThat(tag).startsWith("\"").endsWith("\"");
        assertThat(get(path).body()).isEqualTo(first.body());
        for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag)) {
            Answer unchanged = getUnless(path, known);
            assertThat(unchanged.status()).isEqualTo(304);
            assertThat(unchanged.body()).isEmpty();
            assertThat(unchanged.header("ETag")).isEqualTo(tag);
        }
        sample().stores().facts().write(Facts.models(List.of(Model.stub(new ModelId("new/one")))));
        assertThat(getUnless(path, tag).status()).isEqualTo(200);
        String newer = get(path).header("ETag");
        fit();
        assertThat(newer).isNotEqualTo(tag);
        assertThat(getUnless(path, newer).status())
                .isIn(200, 304); // of an equal fit by the same clock, nothing changed
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/model?id=", "/api/v1/predictions?id=", "/api/v1/ancestors?id="})
    void whatIsUnknownHasNoTagAndIsFoundOnceItIsThere(String path) {
        Answer unknown = get(path + "late/one");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.header("ETag")).isEmpty();
        sample().addFounder("late/one", 0.4);
        assertThat(get(path + "late/one").status()).isEqualTo(200);
    }

    @Test
    void aScoreThatWasJustWrittenIsInTheNextAnswer() {
        for (double score : new double[] {0.35, 0.9, 0.45}) {
            sample().addFounder("late/one", score);
            assertThat(get("/api/v1/evaluations?id=late/one").body()).contains(String.valueOf(score));
        }
    }
}

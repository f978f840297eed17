package org.eyrie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Facts;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Provenance;
import org.eyrie.server.Sample;
import org.junit.jupiter.api.Test;

class ImportsTest extends RestTest {

    private static final Instant MORNING = Instant.parse("2025-06-01T08:00:00Z");

    private void load(String source, String model, double score) {
        UUID run = UUID.randomUUID();
        Evaluation evaluation = new Evaluation(new ModelId(model), Sample.QA, score, null, null, null, null, null);
        sample().stores()
                .facts()
                .write(new Facts(List.of(Model.stub(evaluation.model())), List.of(), List.of(), List.of(evaluation))
                        .from(new Provenance(source, MORNING, run)));
        sample().stores().facts().end(run, MORNING.plusSeconds(1), List.of("something to know"));
    }

    @Test
    void importsAreListedByPagesAndShownOneByOne() {
        load("one.csv", "new/a", .1);
        load("two.csv", "new/b", .2);
        load("three.csv", "new/c", .3);
        Answer page = get("/api/v1/imports?limit=2");
        assertThat(page.json().get("items")).hasSize(2);
        assertThat(page.json().get("items").get(0).get("number").asInt()).isEqualTo(3);
        assertThat(get("/api/v1/imports?limit=2&cursor="
                                + page.json().get("next").asText())
                        .json()
                        .get("items"))
                .hasSize(1);
        Answer one = get("/api/v1/imports/2");
        assertThat(one.json().get("source").asText()).isEqualTo("two.csv");
        assertThat(one.json().get("startedAt").asText()).isEqualTo(MORNING.toString());
        assertThat(one.json().get("state").asText()).isEqualTo("FINISHED");
        assertThat(one.json().get("notes").get(0).asText()).isEqualTo("something to know");
        assertThat(get("/api/v1/imports/99").status()).isEqualTo(404);
        assertThat(get("/api/v1/imports/first").status()).isEqualTo(400);
        assertThat(get("/api/v1/imports?limit=0").status()).isEqualTo(400);
    }

    @Test
    void anImportIsTakenBackAndADryRunOnlySaysSo() {
        load("one.csv", "new/a", .1);
        Answer tried = delete("/api/v1/imports/1?dryRun=true");
        assertThat(tried.json().get("removed").get("scores").asInt()).isEqualTo(1);
        assertThat(get("/api/v1/model?id=new/a").status()).isEqualTo(200);
        assertThat(delete("/api/v1/imports/1").json().get("dryRun").asBoolean()).isFalse();
        assertThat(get("/api/v1/model?id=new/a").status()).isEqualTo(404);
        assertThat(delete("/api/v1/imports/1").status()).isEqualTo(400);
        assertThat(delete("/api/v1/imports/99").status()).isEqualTo(404);
    }

    @Test
    void aSourceAndAModelAreForgotten() {
        load("one.csv", "new/a", .1);
        load("two.csv", "new/b", .2);
        assertThat(delete("/api/v1/imports?source=gone.csv").status()).isEqualTo(400);
        assertThat(delete("/api/v1/imports").status()).isEqualTo(400);
        assertThat(delete("/api/v1/imports?source=one.csv").status()).isEqualTo(200);
        assertThat(get("/api/v1/model?id=new/a").status()).isEqualTo(404);
        assertThat(delete("/api/v1/models/" + encoded("new/b") + "?dryRun=true").status())
                .isEqualTo(200);
        assertThat(delete("/api/v1/model?id=new/b").status()).isEqualTo(200);
        assertThat(get("/api/v1/model?id=new/b").status()).isEqualTo(404);
        assertThat(delete("/api/v1/model?id=new/b").status()).isEqualTo(404);
    }

    @Test
    void theDescriptionHasThem() {
        assertThat(get("/openapi.yml").body()).contains("/api/v1/imports:", "/api/v1/imports/{number}:", "dryRun");
    }
}

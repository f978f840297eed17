package org.eyrie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eyrie.model.Facts;
import org.eyrie.model.ModelId;
import org.eyrie.model.Recipe;
import org.eyrie.server.Sample;
import org.junit.jupiter.api.Test;

class ModelsTest extends RestTest {

    @Test
    void anIdWithASlashIsFoundEncodedInThePathAndAsAQueryParameter() {
        Answer inPath = get("/api/v1/models/" + encoded(Sample.MIX));
        Answer asParameter = get("/api/v1/model?id=" + Sample.MIX);
        assertThat(inPath.status()).isEqualTo(200);
        assertThat(inPath.json()).isEqualTo(asParameter.json());
        assertThat(inPath.json().get("id").asText()).isEqualTo(Sample.MIX);
        assertThat(inPath.json().get("traits").get("architecture").asText()).isEqualTo("LlamaForCausalLM");
    }

    @Test
    void pagesFollowEachOtherByTheirLinkUntilEveryModelWasSeen() {
        StringBuilder seen = new StringBuilder();
        String path = "/api/v1/models?limit=4";
        int pages = 0;
        while (!path.isEmpty()) {
            Answer page = get(path);
            assertThat(page.status()).isEqualTo(200);
            page.json()
                    .get("items")
                    .forEach(model -> seen.append(model.get("id").asText()).append(' '));
            String link = page.header("Link");
            path = link.isEmpty() ? "" : link.substring(link.indexOf('<') + 1, link.indexOf('>'));
            pages++;
        }
        assertThat(pages).isEqualTo(2);
        assertThat(seen.toString().split(" ")).hasSize(6).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void searchLooksInsideIdsWhateverTheCase() {
        assertThat(get("/api/v1/models?search=MIX").json().get("items")).hasSize(1);
    }

    @Test
    void longListsComeInPartsOfWhichEachLeadsToTheNext() {
        String path = "/api/v1/descendants?id=" + Sample.BASE + "&limit=3";
        Answer first = get(path);
        assertThat(first.json()).hasSize(3);
        assertThat(first.header("Link")).contains("cursor=").endsWith("rel=\"next\"");
        Answer last = get(first.header("Link").replaceAll("^<|>.*$", ""));
        assertThat(last.json()).hasSize(1);
        assertThat(last.header("Link")).isEmpty();
        assertThat(get(path.replace("=3", "=0")).status()).isEqualTo(400);
        assertThat(get(path + "&cursor=-1").status()).isEqualTo(400);
        assertThat(get("/api/v1/ancestors?limit=1&id=" + Sample.MIX).json()).hasSize(1);
        assertThat(get("/api/v1/ancestors?limit=1&cursor=9&id=" + Sample.MIX).json())
                .isEmpty();
        assertThat(get("/api/v1/siblings?limit=1&cursor=" + Sample.B + "&id=" + Sample.A)
                        .json())
                .isEmpty();
    }

    @Test
    void lineageIsToldInBothDirections() {
        assertThat(get("/api/v1/models/" + encoded(Sample.MIX) + "/ancestors").json())
                .hasSize(4);
        assertThat(get("/api/v1/descendants?id=" + Sample.BASE + "&hops=1").json())
                .hasSize(2);
        assertThat(get("/api/v1/neighbourhood?id=" + Sample.A).json().get("models"))
                .hasSize(4);
        assertThat(get("/api/v1/siblings?id=" + Sample.A).json().get(0).asText())
                .isEqualTo(Sample.B);
        assertThat(get("/api/v1/common-ancestors?id=" + Sample.A + "&other=" + Sample.B)
                        .json()
                        .get(0)
                        .asText())
                .isEqualTo(Sample.BASE);
        assertThat(get("/api/v1/ancestors?id=" + Sample.A)
                        .json()
                        .get(0)
                        .get("relation")
                        .asText())
                .isEqualTo("finetune");
    }

    @Test
    void familiesBenchmarksAndScoresAreListed() {
        assertThat(get("/api/v1/families")
                        .json()
                        .get("items")
                        .get(0)
                        .get("founder")
                        .asText())
                .isEqualTo(Sample.BASE);
        assertThat(get("/api/v1/benchmarks").json()).hasSize(2);
        assertThat(get("/api/v1/coverage").json().get(0).get("evaluated").asInt())
                .isEqualTo(3);
        assertThat(get("/api/v1/evaluations?id=" + Sample.A).json()).hasSize(2);
        assertThat(get("/api/v1/best?benchmark=QA&limit=1")
                        .json()
                        .get(0)
                        .get("model")
                        .asText())
                .isEqualTo(Sample.A);
    }

    @Test
    void aModelHasABillOfMaterials() {
        Answer answer = get("/api/v1/models/" + encoded(Sample.MIX) + "/cyclonedx");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/vnd.cyclonedx+json");
        assertThat(answer.json().get("components").findValuesAsText("bom-ref")).contains(Sample.MIX, Sample.BASE);
        assertThat(get("/api/v1/cyclonedx?id=no/body").status()).isEqualTo(404);
    }

    @Test
    void aMergeHasItsRecipeAndOthersHaveNone() {
        Recipe recipe = new Recipe(new ModelId(Sample.MIX), "slerp", "merge_method: slerp # kept", "t", null);
        sample().stores().facts().write(Facts.recipes(List.of(recipe)));
        assertThat(get("/api/v1/recipe?id=" + Sample.MIX).json().get("text").asText())
                .isEqualTo("merge_method: slerp # kept");
        assertThat(get("/api/v1/recipe?id=" + Sample.BASE).status()).isEqualTo(404);
    }
}

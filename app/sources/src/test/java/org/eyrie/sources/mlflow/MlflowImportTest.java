package org.eyrie.sources.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eyrie.sources.mlflow.FakeMlflow.tags;
import static org.eyrie.sources.mlflow.FakeMlflow.version;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.sources.http.Credentials;
import org.eyrie.sources.http.Secret;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.spi.ImportReport;
import org.junit.jupiter.api.Test;

class MlflowImportTest extends MlflowTest {

    MlflowImportTest() throws IOException {}

    @Test
    void aServerWithoutRegisteredModelsSaysSo() {
        mlflow.versions();
        assertThat(run(ImportOptions.DEFAULT).notes())
                .singleElement()
                .asString()
                .contains("register one");
    }

    @Test
    void parentsComeFromTheTagWithTheirWeights() {
        mlflow.versions(version(
                "mix",
                "1",
                tags(
                        "lineage.parents",
                        "[{\"id\":\"hf:org/a@abc\",\"weight\":0.75},{\"id\":\"models:/base/2\",\"weight\":0.25}]")));

        run(ImportOptions.DEFAULT);

        assertThat(parentsOf(MIX))
                .extracting(Derivation::parent, Derivation::weight, Derivation::relation)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(new ModelId("org/a"), 0.75, Relation.MERGE),
                        org.assertj.core.groups.Tuple.tuple(new ModelId("models:/base/2"), 0.25, Relation.MERGE));
        assertThat(parentsOf(MIX))
                .allSatisfy(edge -> assertThat(edge.evidence()).startsWith("MLflow http://127.0.0.1:"))
                .anySatisfy(edge -> assertThat(edge.evidence()).endsWith("models:/mix/1, tag lineage.parents"))
                .anySatisfy(edge -> assertThat(edge.evidence())
                        .as("the revision that is named")
                        .endsWith("models:/mix/1, tag lineage.parents at abc"));
    }

    @Test
    void anAliasStandsForTheVersionItNames() {
        mlflow.models("{\"name\":\"base\",\"aliases\":[{\"alias\":\"champion\",\"version\":\"7\"}]}")
                .versions(version("mix", "1", tags("lineage.parents", "models:/base@champion, hf:org/a")));

        run(ImportOptions.DEFAULT);

        assertThat(parentsOf(MIX))
                .extracting(edge -> edge.parent().value())
                .containsExactlyInAnyOrder("models:/base/7", "org/a");
    }

    @Test
    void scoresComeFromTheRunAndOtherMetricsAreCounted() {
        mlflow.versions(version("mix", "1", "\"run_id\":\"r1\""))
                .run(
                        "FINISHED",
                        "{\"key\":\"eval/gsm8k/exact_match\",\"value\":0.41,\"timestamp\":1795335489699,\"step\":0},"
                                + "{\"key\":\"eval/gsm8k/exact_match_stderr\",\"value\":0.01,\"timestamp\":1},"
                                + "{\"key\":\"arc/acc_norm\",\"timestamp\":1795335489699},"
                                + "{\"key\":\"val/acc\",\"value\":0.9},{\"key\":\"loss\",\"value\":3.2}",
                        "{\"key\":\"base_model\",\"value\":\"org/base\"}");

        ImportReport report = run(ImportOptions.DEFAULT);

        Map<String, Evaluation> scores = new java.util.TreeMap<>();
        stores.scores()
                .of(List.of(MIX))
                .forEach(each -> scores.put(each.benchmark().value(), each));
        assertThat(scores.keySet()).containsExactly("arc (acc_norm)", "gsm8k (exact_match)");
        assertThat(one(scores, "arc (acc_norm)").score())
                .as("an omitted value is zero")
                .isZero();
        Evaluation gsm8k = one(scores, "gsm8k (exact_match)");
        assertThat(gsm8k.score()).isEqualTo(0.41);
        assertThat(gsm8k.stderr()).isEqualTo(0.01);
        assertThat(gsm8k.source()).endsWith("run r1, metric eval/gsm8k/exact_match");
        assertThat(gsm8k.measuredAt()).hasToString("2026-11-22T08:18:09.699Z");
        assertThat(report.ignored()).containsKeys("metric loss", "metric val/acc");
        assertThat(parentsOf(MIX)).extracting(edge -> edge.parent().value()).containsExactly("org/base");
    }

    @Test
    void importingTwiceChangesNothing() {
        mlflow.versions(version("mix", "1", "\"run_id\":\"r1\"," + tags("base_model", "org/base")))
                .run("FINISHED", "{\"key\":\"eval/x/acc\",\"value\":0.5,\"timestamp\":5}", "");
        run(ImportOptions.DEFAULT);
        long version = stores.facts().version();

        ImportReport again = run(ImportOptions.DEFAULT);

        assertThat(stores.facts().version()).isEqualTo(version);
        assertThat(again.written().models().created()).isZero();
        assertThat(mlflow.server().seen().stream().filter(seen -> seen.target().contains("runs/get")))
                .as("asked once an import, though each reads twice")
                .hasSize(2);
    }

    @Test
    void credentialsAreSentAsMlflowWantsThem() throws IOException {
        mlflow.versions();
        var basic = MlflowConnection.of(
                mlflow.server().uri("/"),
                Map.of("MLFLOW_TRACKING_USERNAME", "me", "MLFLOW_TRACKING_PASSWORD", "hunter2"));
        assertThat(basic.toString()).doesNotContain("hunter2");
        run(mlflow.registry(basic.credentials()), ImportOptions.DEFAULT);
        run(mlflow.registry(new Credentials.Bearer(Secret.of("token"))), ImportOptions.DEFAULT);

        assertThat(mlflow.server().seen())
                .extracting(seen -> seen.headers().getFirst("Authorization"))
                .containsExactly("Basic bWU6aHVudGVyMg==", "Bearer token");
    }

    @Test
    void keysMayBeNamedOtherwise() {
        MetricKeys keys = MetricKeys.matching("bench\\.(?<benchmark>.+)");

        assertThat(keys.read("bench.gsm8k", Map.of()).map(MetricKeys.Score::benchmark))
                .contains(new BenchmarkId("gsm8k"));
        assertThat(keys.read("eval/gsm8k/acc", Map.of())).isEmpty();
        assertThatThrownBy(() -> MetricKeys.matching("(")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MetricKeys.matching("bench.*")).isInstanceOf(IllegalArgumentException.class);
    }
}

package org.eyrie.sources.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eyrie.sources.mlflow.FakeMlflow.API;
import static org.eyrie.sources.mlflow.FakeMlflow.tags;
import static org.eyrie.sources.mlflow.FakeMlflow.version;

import java.io.IOException;
import java.util.List;
import org.eyrie.model.Derivation;
import org.eyrie.model.Facts;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.LineageCycleException;
import org.eyrie.model.ModelId;
import org.eyrie.model.RegistryUnavailableException;
import org.eyrie.model.Relation;
import org.eyrie.sources.http.LocalServer;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.spi.ImportReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MlflowTroubleTest extends MlflowTest {

    MlflowTroubleTest() throws IOException {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\":\"hf:a/b\"", // truncated
                "[7]", // wrong type
                "[{\"weight\":0.5}]", // no id
                "[{\"id\":\"hf:a/b\",\"weight\":\"NaN\"}]",
                "[{\"id\":\"hf:a/b\",\"weight\":-1}]",
                "[{\"id\":\"hf:a/b\",\"weight\":0.5},{\"id\":\"hf:a/b\",\"weight\":0.6}]", // contradictory
                "models:/mix/1", // itself
                "models:/base@nobody",
                ",",
            })
    void aBadTagIsRejectedAndTheRestOfTheRegistryStands(String tag) {
        mlflow.versions(version("mix", "1", tags("lineage.parents", tag)), version("good", "1", ""));

        ImportReport report = run(ImportOptions.DEFAULT.withSkipBadRows(true));

        assertThat(report.rejectedRows()).isPositive();
        assertThat(report.rejected().get(0).where()).contains("models:/mix/1");
        assertThat(stores.lineage().find(new ModelId("models:/good/1"))).isPresent();
        assertThatThrownBy(() -> run(ImportOptions.DEFAULT)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aFolderIsKeptAsAParentThatNobodyTakesForAPublishedOne() {
        mlflow.versions(version("mix", "1", tags("base_model", "/home/me/model")));

        assertThat(run(ImportOptions.DEFAULT).notes()).hasSize(1);
        assertThat(parentsOf(MIX)).extracting(edge -> edge.parent().value()).containsExactly("local:me/model");
    }

    @Test
    void aParentNamedTwiceIsOneEdge() {
        mlflow.versions(version("mix", "1", tags("lineage.parents", "hf:a/b,hf:a/b")));

        assertThat(run(ImportOptions.DEFAULT).rejectedRows()).isZero();
        assertThat(parentsOf(MIX)).hasSize(1);
    }

    @Test
    void theTagOfTheVersionCountsBeforeTheRunAndTheDifferenceIsNoted() {
        mlflow.versions(version("mix", "1", "\"run_id\":\"r\"," + tags("lineage.parents", "hf:org/a")))
                .run("FINISHED", "", "{\"key\":\"base_model\",\"value\":\"org/other\"}");

        ImportReport report = run(ImportOptions.DEFAULT);

        assertThat(parentsOf(MIX)).extracting(edge -> edge.parent().value()).containsExactly("org/a");
        assertThat(report.notes()).anySatisfy(note -> assertThat(note.reason()).contains("other parents"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"NaN\"", "\"Infinity\"", "-0.5", "41.0"})
    void aScoreOutsideOfItsRangeIsRejected(String value) {
        mlflow.versions(version("mix", "1", "\"run_id\":\"r\""))
                .run("FINISHED", "{\"key\":\"eval/x/acc\",\"value\":" + value + "}", "");

        ImportReport report = run(ImportOptions.DEFAULT.withSkipBadRows(true));

        assertThat(report.rejected()).hasSize(1);
        assertThat(report.rejected().get(0).reason()).contains("must be between 0 and 1");
        assertThat(stores.scores().of(List.of(MIX))).isEmpty();
    }

    @Test
    void aCycleWithWhatIsKnownIsRefusedWithItsModels() {
        mlflow.versions(version("a", "1", tags("lineage.parents", "models:/b/1")));
        run(ImportOptions.DEFAULT);
        mlflow.versions(version("b", "1", tags("lineage.parents", "models:/a/1")));

        assertThatThrownBy(() -> run(ImportOptions.DEFAULT))
                .isInstanceOf(LineageCycleException.class)
                .hasMessageContaining("models:/a/1");
    }

    @Test
    void aCycleOfMlflowAndAnotherSourceIsRefused() {
        stores.facts()
                .write(Facts.derivations(List.of(
                        new Derivation(new ModelId("models:/b/1"), MIX, Relation.FINETUNE, null, "elsewhere"))));
        mlflow.versions(version("mix", "1", tags("lineage.parents", "models:/b/1")));

        assertThatThrownBy(() -> run(ImportOptions.DEFAULT)).isInstanceOf(LineageCycleException.class);
        assertThat(parentsOf(MIX)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"model_versions\":[",
                "[]",
                "<html>",
                "{\"model_versions\":{}}",
                "{\"model_versions\":[],\"next_page_token\":7}"
            })
    void anAnswerThatIsNotMlflowsIsRefusedWhole(String answer) {
        mlflow.server().onJson(API + "model-versions/search", answer);

        assertThatThrownBy(() -> run(ImportOptions.DEFAULT.withSkipBadRows(true)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void pagesThatRepeatThemselvesEnd() {
        mlflow.server().onJson(API + "model-versions/search", "{\"next_page_token\":\"again\"}");

        assertThatThrownBy(() -> run(ImportOptions.DEFAULT))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("never end");
    }

    @Test
    void aRunThatIsGoneIsNoted() {
        mlflow.versions(version("mix", "1", "\"run_id\":\"gone\""));

        assertThat(run(ImportOptions.DEFAULT).notes())
                .anySatisfy(note -> assertThat(note.reason()).contains("run gone is gone or hidden"));
    }

    @Test
    void aServerThatKnowsUsNotIsNamedWithTheVariablesToSet() {
        mlflow.server().on(API + "model-versions/search", exchange -> LocalServer.send(exchange, 401, "secret stuff"));

        assertThatThrownBy(() -> run(ImportOptions.DEFAULT))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("MLFLOW_TRACKING_USERNAME")
                .hasMessageNotContaining("secret stuff");
    }

    @Test
    void mlflowsOwnWordsAreRepeated() {
        mlflow.server()
                .on(
                        API + "model-versions/search",
                        exchange -> LocalServer.send(
                                exchange, 400, "{\"error_code\":\"INVALID_PARAMETER_VALUE\",\"message\":\"no such\"}"));

        assertThatThrownBy(() -> run(ImportOptions.DEFAULT))
                .hasMessageContaining("INVALID_PARAMETER_VALUE \"no such\"");
    }
}

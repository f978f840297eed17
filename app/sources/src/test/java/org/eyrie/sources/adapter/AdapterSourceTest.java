package org.eyrie.sources.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eyrie.sources.Database.file;

import java.util.List;
import java.util.Map;
import org.eyrie.model.Derivation;
import org.eyrie.model.Facts;
import org.eyrie.model.LineageCycleException;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.eyrie.sources.Database;
import org.eyrie.sources.spi.ImportReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdapterSourceTest {

    private static final ModelId ADAPTER = new ModelId("me/lora");

    private final Database database = new Database();

    @Test
    void anAdapterDerivesFromItsBaseModelAndOtherKeysAreCounted() {
        ImportReport report = load("{\"base_model_name_or_path\": \"acme/base\", \"revision\": \"abc\","
                + " \"peft_type\": \"LORA\", \"r\": 16, \"lora_dropout\": NaN0}".replace("NaN0", "0.1"));

        assertThat(database.edges())
                .containsExactly(new Derivation(
                        ADAPTER, new ModelId("acme/base"), Relation.ADAPTER, null, "adapter_config.json: LORA at abc"));
        assertThat(report.ignored()).isEqualTo(Map.of("lora_dropout", 1L));
    }

    @Test
    void aFolderIsKeptUnderItsOwnNameAndNoted() {
        ImportReport report = load("{\"base_model_name_or_path\": \"/home/me/models/base-7b\"}");

        assertThat(database.edges().get(0).parent()).isEqualTo(new ModelId("local:base-7b"));
        assertThat(report.notes()).singleElement().asString().contains("folder on somebody's disk");
    }

    @Test
    void aBaseWithoutAnOwnerIsNoted() {
        ImportReport report = load("{\"base_model_name_or_path\": \"Persona-Base\"}");

        assertThat(report.notes()).singleElement().asString().contains("Persona-Base has no owner");
    }

    @Test
    void aFolderOfTheHubsCacheIsTheModelAtThatCommit() {
        String commit = "fedcba9876".repeat(4);
        load("{\"base_model_name_or_path\": \"/c/hub/models--yew--root-3b/snapshots/" + commit
                + "\", \"revision\": null}");

        assertThat(database.edges())
                .containsExactly(new Derivation(
                        ADAPTER,
                        new ModelId("yew/root-3b"),
                        Relation.ADAPTER,
                        null,
                        "adapter_config.json at " + commit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"/tmp/x/model\""})
    void aBaseThatTheFileDoesNotNameMayBeGiven(String said) {
        database.load(new AdapterSource(
                file("adapter_config.json", "{\"peft_type\": \"LORA\", \"base_model_name_or_path\": " + said + "}"),
                ADAPTER,
                new ModelId("yew/root-3b")));

        assertThat(database.edges()).singleElement().satisfies(edge -> assertThat(edge.parent())
                .isEqualTo(new ModelId("yew/root-3b")));
    }

    @Test
    void aBaseThatIsNullIsSaidToBeSoAndWhatToGive() {
        assertThatThrownBy(() -> load("{\"peft_type\": \"LORA\", \"base_model_name_or_path\": null}"))
                .hasMessageContainingAll(
                        "null", "eyrie import adapter adapter_config.json --model-id me/lora --base-model org/name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"base_model_name_or_path\": \"acme | no JSON object",
                "{\"base_model_name_or_path\": 7} | must name the model that is adapted",
                "{\"base_model_name_or_path\": null} | must name the model that is adapted",
                "{\"base_model_name_or_path\": \"a\", \"base_model_name_or_path\": \"b\"} | Duplicate field",
                "{\"base_model_name_or_path\": \"a\", \"r\": NaN} | Non-standard token 'NaN'",
                "{\"base_model_name_or_path\": \"me/lora\"} | A model cannot be its own parent",
                "{\"base_model_name_or_path\": \"a\", \"peft_type\": [1]} | peft_type must be text, not a list",
            })
    void badInputIsRefused(String text, String reason) {
        assertThatThrownBy(() -> load(text)).hasMessageContaining(reason);
        assertThat(database.isEmpty()).isTrue();
    }

    @Test
    void aCycleAcrossTwoAdaptersIsRefused() {
        load("{\"base_model_name_or_path\": \"acme/base\"}");

        assertThatThrownBy(() -> database.load(new AdapterSource(
                        file("adapter_config.json", "{\"base_model_name_or_path\": \"me/lora\"}"),
                        new ModelId("acme/base"))))
                .isInstanceOf(LineageCycleException.class);
    }

    @Test
    void anAdapterIsOfTheBuildOfItsBase() {
        Traits base = new Traits("LlamaForCausalLM", 8.03, "pretrained", "bfloat16", false, false, null, "mit");
        database.stores.facts().write(Facts.models(List.of(new Model(new ModelId("acme/base"), base))));
        load("{\"base_model_name_or_path\": \"acme/base\"}");

        assertThat(database.stores.lineage().find(ADAPTER).orElseThrow().traits())
                .isEqualTo(new Traits("LlamaForCausalLM", 8.03, null, null, null, false, null, null));
    }

    private ImportReport load(String text) {
        return database.load(new AdapterSource(file("adapter_config.json", text), ADAPTER));
    }
}

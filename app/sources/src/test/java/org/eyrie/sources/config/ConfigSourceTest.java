package org.eyrie.sources.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eyrie.sources.Database.file;

import java.util.List;
import java.util.Map;
import org.eyrie.model.Facts;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Traits;
import org.eyrie.sources.Database;
import org.eyrie.sources.spi.ImportReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigSourceTest {

    private static final ModelId MODEL = new ModelId("me/mine");

    private final Database database = new Database();

    @Test
    void aConfigurationSaysArchitectureFormatAndExperts() {
        ImportReport report = load("{\"architectures\": [\"MixtralForCausalLM\"], \"torch_dtype\": \"bfloat16\","
                + " \"num_local_experts\": 8, \"hidden_size\": 4096, \"vocab_size\": 32000}");

        assertThat(traits())
                .isEqualTo(new Traits("MixtralForCausalLM", null, null, "bfloat16", null, true, null, null));
        assertThat(report.ignored()).isEqualTo(Map.of("hidden_size", 1L, "vocab_size", 1L));
    }

    @Test
    void whatIsKnownAlreadyStays() {
        Traits known = new Traits("LlamaForCausalLM", 8.03, "chat", "float16", true, false, null, "mit");
        database.stores.facts().write(Facts.models(List.of(new Model(MODEL, known))));
        load("{\"architectures\": [\"MixtralForCausalLM\"], \"dtype\": \"bfloat16\", \"num_experts\": 8}");

        assertThat(traits()).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | \"architectures\" must list",
                "{\"architectures\": []} | must list",
                "[] | a list, not a JSON object"
            })
    void whatIsNoConfigurationIsRefused(String text, String reason) {
        assertThatThrownBy(() -> load(text)).hasMessageContaining(reason);
        assertThat(database.isEmpty()).isTrue();
    }

    private Traits traits() {
        return database.stores.lineage().find(MODEL).orElseThrow().traits();
    }

    private ImportReport load(String text) {
        return database.load(new ConfigSource(file("config.json", text), MODEL));
    }
}

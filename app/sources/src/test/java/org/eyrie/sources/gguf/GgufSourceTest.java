package org.eyrie.sources.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eyrie.sources.Database.file;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eyrie.model.Facts;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Traits;
import org.eyrie.sources.Database;
import org.eyrie.sources.spi.ImportReport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GgufSourceTest {

    private final Database database = new Database();

    @Test
    void theHeaderNamesTheSourceAndWhatThatWasMadeOf() {
        load(header(), new ModelId("me/model-GGUF"));

        assertThat(edges())
                .containsExactly(
                        "acme/mix quantized me/model-GGUF", "acme/a merge acme/mix", "Acme-Inc/B-7B merge acme/mix");
    }

    @Test
    void aHeaderThatNamesItselfNeedsNoName() {
        load(
                new HeaderBytes()
                        .text("general.name", "Model 7B")
                        .text("general.organization", "Acme")
                        .number("general.base_model.count", 1)
                        .text("general.base_model.0.repo_url", "https://huggingface.co/acme/base"),
                null);

        assertThat(edges()).containsExactly("acme/base finetune Acme/Model-7B");
    }

    @Test
    void whatStandsAfterTheFirstKeyOfTheTokenizerIsNotRead() {
        HeaderBytes header = header().text("tokenizer.ggml.model", "gpt2").text("general.base_model.count", "nonsense");

        load(header, new ModelId("x"));
        assertThat(edges()).hasSize(3);
    }

    @Test
    void aHeaderWithoutANameAsksForOne() {
        assertThatThrownBy(() -> load(new HeaderBytes(), null)).hasMessageContaining("--model-id");
    }

    @Test
    void otherKeysAreIgnoredAndCounted() {
        ImportReport report =
                load(header().text("general.license", "mit").number("llama.block_count", 32), new ModelId("x"));

        assertThat(report.ignored()).isEqualTo(Map.of("general.license", 1L, "llama.block_count", 1L));
    }

    @Test
    void theHeaderSaysWhatTheModelIsLikeWhereNobodyKnows() {
        ModelId x = new ModelId("x");
        load(
                new HeaderBytes()
                        .text("general.architecture", "qwen2moe")
                        .text("general.size_label", "1.5B")
                        .number("qwen2moe.expert_count", 60),
                x);
        assertThat(traits(x)).isEqualTo(new Traits("Qwen2MoeForCausalLM", 1.5, null, null, null, true, null, null));

        load(new HeaderBytes().text("general.architecture", "llama").text("general.size_label", "7B"), x);
        assertThat(traits(x).architecture()).as("llama is many").isEqualTo("Qwen2MoeForCausalLM");
        assertThat(traits(x).parametersBillions()).as("known already").isEqualTo(1.5);
    }

    @Test
    void aConvertedModelHasTheBuildOfItsSource() {
        ModelId source = new ModelId("acme/mix");
        database.stores
                .facts()
                .write(Facts.models(List.of(new Model(
                        source, new Traits("MistralForCausalLM", 7.242, "chat", null, true, false, null, null)))));
        ModelId x = new ModelId("x");
        load(header().text("general.size_label", "8x7B"), x);
        assertThat(traits(x)).isEqualTo(new Traits("MistralForCausalLM", 7.242, null, null, null, false, null, null));
    }

    private Traits traits(ModelId id) {
        return database.stores.lineage().find(id).orElseThrow().traits();
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        assertThatThrownBy(() -> load(header().text("a", "1").text("a", "2"), new ModelId("x")))
                .hasMessageContaining("\"a\" stands twice");
        assertThat(database.isEmpty()).isTrue();
    }

    @Test
    void aKeyOfTheWrongTypeNamesNothing() {
        ImportReport report = load(
                new HeaderBytes().number("general.base_model.count", 1).number("general.base_model.0.name", 7),
                new ModelId("x"));

        assertThat(database.edges()).isEmpty();
        assertThat(report.notes()).singleElement().asString().contains("names no model");
    }

    @Test
    void aModelCannotBeItsOwnSourceOrParent() {
        assertThatThrownBy(() -> load(
                        new HeaderBytes()
                                .number("general.base_model.count", 1)
                                .text("general.base_model.0.repo_url", "https://huggingface.co/acme/base"),
                        new ModelId("acme/base")))
                .hasMessageContaining("its own parent");
        assertThat(database.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 7, 20, 24, 30, 60, 150})
    void aTruncatedHeaderIsRefused(int length) {
        byte[] bytes = Arrays.copyOf(header().bytes(), length);

        assertThatThrownBy(() -> database.load(new GgufSource(file("model.gguf", bytes), new ModelId("x"))))
                .hasMessageContaining("truncated");
    }

    @Test
    void whatCannotBeAHeaderIsRefusedBeforeItIsRead() {
        refuses(header().bytes(), 0, (byte) 'X', "does not begin with GGUF");
        refuses(header().bytes(), 4, (byte) 1, "GGUF version 1");
        refuses(header().bytes(), 22, (byte) 1, "at most 100000 keys");
        refuses(header().bytes(), 31, (byte) 1, "at most 1000000 bytes");
        refuses(new HeaderBytes().of("a", 99).bytes(), 0, (byte) 'G', "unknown type 99");
        refuses(new HeaderBytes().array("a", 0, Long.MAX_VALUE / 2).bytes(), 0, (byte) 'G', "no longer than");
        refuses(new HeaderBytes().number("general.base_model.count", 1L << 40).bytes(), 0, (byte) 'G', "cannot be");
    }

    @Test
    void lengthsThatNoNumberHoldsAreDamageToo() {
        refuses(new HeaderBytes().array("a", 10, Long.MAX_VALUE / 2).bytes(), 0, (byte) 'G', "damaged");
        HeaderBytes text = new HeaderBytes().of("a", 9);
        text.write(4, 8);
        text.write(8, 1);
        text.write(8, Long.MAX_VALUE);
        refuses(text.bytes(), 0, (byte) 'G', "damaged");
    }

    private void refuses(byte[] bytes, int at, byte value, String reason) {
        bytes[at] = value;
        assertThatThrownBy(() -> database.load(new GgufSource(file("model.gguf", bytes), new ModelId("x"))))
                .hasMessageContaining(reason);
    }

    private ImportReport load(HeaderBytes header, @Nullable ModelId model) {
        return database.load(new GgufSource(file("model.gguf", header.bytes()), model));
    }

    private java.util.List<String> edges() {
        return database.edges().stream()
                .map(edge -> edge.parent() + " " + edge.relation().code() + " " + edge.child())
                .sorted(java.util.Comparator.comparing((String edge) -> edge.contains("quantized") ? 0 : 1)
                        .thenComparing(edge -> edge.charAt(1) == 'c' ? 0 : 1)
                        .thenComparing(edge -> edge.startsWith("acme") ? 0 : 1))
                .toList();
    }

    private static HeaderBytes header() {
        return new HeaderBytes()
                .text("general.architecture", "llama")
                .number("general.file_type", 15)
                .text("general.source.repo_url", "https://huggingface.co/acme/mix")
                .number("general.base_model.count", 2)
                .text("general.base_model.0.repo_url", "https://huggingface.co/acme/a/tree/main")
                .array("general.tags", 4, 3)
                .text("general.base_model.1.organization", "Acme Inc")
                .text("general.base_model.1.name", "B 7B");
    }
}

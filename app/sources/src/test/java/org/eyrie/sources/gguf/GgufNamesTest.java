package org.eyrie.sources.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eyrie.sources.Database.file;

import java.util.List;
import org.eyrie.model.ModelId;
import org.eyrie.sources.Database;
import org.eyrie.sources.spi.ImportReport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers as converters write them: the model converted from is named in words, and no source is. */
class GgufNamesTest {

    private static final long Q4_K_M = 15;
    private static final long BF16 = 32;

    private final Database database = new Database();

    @Test
    void aQuantisedFileIsACopyOfTheModelThatTheHeaderNames() {
        ImportReport report = load(words().number("general.file_type", Q4_K_M), "any.gguf", "yew/talk-3b-GGUF");

        assertThat(edges())
                .containsExactlyInAnyOrder(
                        "Yew-Lab/Talk-3B quantized yew/talk-3b-GGUF", "yew/root-3b finetune Yew-Lab/Talk-3B");
        assertThat(report.notes()).singleElement().asString().contains("copy of Yew-Lab/Talk-3B", "--source");
    }

    @Test
    void withoutANameItGoesByThatOfTheFile() {
        load(words().number("general.file_type", Q4_K_M), "talk-3b.Q4_K_M.gguf", null);

        assertThat(edges())
                .containsExactlyInAnyOrder(
                        "Yew-Lab/Talk-3B quantized local:talk-3b.Q4_K_M.gguf", "yew/root-3b finetune Yew-Lab/Talk-3B");
    }

    @Test
    void whatThePersonSaysItIsACopyOfCounts() {
        ImportReport report = database.load(new GgufSource(
                file("any.gguf", words().number("general.file_type", Q4_K_M).bytes()),
                new ModelId("yew/talk-3b-GGUF"),
                new ModelId("yew/talk-3b")));

        assertThat(edges())
                .containsExactlyInAnyOrder(
                        "yew/talk-3b quantized yew/talk-3b-GGUF", "yew/root-3b finetune yew/talk-3b");
        assertThat(report.notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "talk-3b.Q8_0.gguf, true",
        "talk-3b-IQ2_XXS.gguf, true",
        "talk.mxfp4_moe.gguf, true",
        "talk-3b.BF16.gguf, false",
        "talk-3b-f16.gguf, false",
    })
    void whereTheHeaderDoesNotSayTheNameOfTheFileDoes(String name, boolean quantised) {
        load(words(), name, "yew/talk-3b-GGUF");

        assertThat(edges())
                .contains(
                        quantised
                                ? "Yew-Lab/Talk-3B quantized yew/talk-3b-GGUF"
                                : "yew/root-3b finetune yew/talk-3b-GGUF");
    }

    @Test
    void aConversionThatKeepsEveryBitIsTheModelItself() {
        load(words().number("general.file_type", BF16), "any.gguf", null);

        assertThat(edges()).containsExactlyInAnyOrder("yew/root-3b finetune Yew-Lab/Talk-3B");
    }

    @Test
    void aNameWithoutAnOwnerNamesTheModelCopiedToo() {
        load(
                new HeaderBytes().text("general.name", "talk-3b").number("general.file_type", 7),
                "any.gguf",
                "yew/talk-GGUF");

        assertThat(edges()).containsExactlyInAnyOrder("talk-3b quantized yew/talk-GGUF");
    }

    @ParameterizedTest
    @CsvSource({"0123456789abcdef0123456789abcdef01234567", "Checkpoint 500", "Merged", "Model"})
    void aCommitOrAFolderThatSaysNothingIsNoName(String name) {
        HeaderBytes header = new HeaderBytes().text("general.name", name).number("general.file_type", Q4_K_M);

        assertThatThrownBy(() -> load(header, "any.gguf", null)).hasMessageContaining("--model-id");
        load(header, "any.gguf", "yew/talk-GGUF");
        assertThat(database.models()).containsExactly(new ModelId("yew/talk-GGUF"));
    }

    @Test
    void aCommitForANameIsSaidAndWhatToGive() {
        HeaderBytes header = new HeaderBytes()
                .text("general.name", "0123456789abcdef0123456789abcdef01234567")
                .number("general.file_type", Q4_K_M);

        assertThatThrownBy(() -> load(header, "any.gguf", null))
                .hasMessageContainingAll(
                        "0123456789abcdef0123456789abcdef01234567, is a commit",
                        "looks like a copy",
                        "eyrie import gguf any.gguf --model-id org/name-GGUF --source org/name");
        assertThat(load(header, "any.gguf", "yew/talk-GGUF").notes())
                .singleElement()
                .asString()
                .contains(
                        "no parent is known", "eyrie import gguf any.gguf --model-id yew/talk-GGUF --source org/name");
    }

    @Test
    void whatIsNamedInWordsAloneIsNoted() {
        HeaderBytes header = new HeaderBytes()
                .text("general.name", "Persona Lora")
                .number("general.file_type", BF16)
                .number("general.base_model.count", 1)
                .text("general.base_model.0.name", "Root 3b")
                .text("general.base_model.0.organization", "Yew");

        assertThat(load(header, "any.gguf", null).notes())
                .extracting(note -> note.reason())
                .satisfiesExactly(
                        itself -> assertThat(itself).contains("taken for Persona-Lora", "in words", "--model-id"),
                        owner -> assertThat(owner).contains("Persona-Lora has no owner"),
                        parent -> assertThat(parent).contains("Yew/Root-3b in words"));
        assertThat(load(header, "any.gguf", "yew/persona-lora").notes())
                .singleElement()
                .asString()
                .contains("Yew/Root-3b in words");
    }

    @Test
    void theRevisionInAnAddressStandsInTheEvidence() {
        String commit = "4444567890".repeat(4);
        load(
                new HeaderBytes()
                        .number("general.file_type", Q4_K_M)
                        .text("general.source.url", "https://hf.co/yew/talk-3b/tree/" + commit),
                "any.gguf",
                "yew/talk-3b-GGUF");

        assertThat(database.edges())
                .extracting(edge -> edge.evidence())
                .containsExactly("any.gguf: general.source at " + commit);
    }

    @Test
    void anAdapterIsOneOfTheModelItWasMadeFor() {
        load(
                words().text("general.type", "adapter")
                        .text("adapter.type", "lora")
                        .number("general.file_type", Q4_K_M),
                "any.gguf",
                null);

        assertThat(edges()).containsExactlyInAnyOrder("yew/root-3b adapter Yew-Lab/Talk-3B");
    }

    @Test
    void theModelItselfIsNoCopyOfItselfWhateverTheCapitals() {
        load(words().number("general.file_type", Q4_K_M), "any.gguf", "yew-lab/talk-3b");

        assertThat(edges()).containsExactlyInAnyOrder("yew/root-3b finetune yew-lab/talk-3b");
    }

    @Test
    void whereWordsAndAnAddressNameTheSameModelTheAddressHasItsCapitals() {
        load(
                new HeaderBytes()
                        .text("general.name", "Root 3b")
                        .text("general.organization", "Yew")
                        .number("general.file_type", Q4_K_M)
                        .number("general.base_model.count", 1)
                        .text("general.base_model.0.repo_url", "https://huggingface.co/yew/root-3b/tree/main"),
                "any.gguf",
                "quants/root-3b-GGUF");

        assertThat(edges()).containsExactlyInAnyOrder("yew/root-3b quantized quants/root-3b-GGUF");
    }

    @Test
    void aSourceThatIsNamedGoesBeforeWords() {
        load(
                words().number("general.file_type", Q4_K_M).text("general.source.url", "https://hf.co/yew/talk-3b"),
                "any.gguf",
                "yew/talk-3b-GGUF");

        assertThat(edges())
                .containsExactlyInAnyOrder(
                        "yew/talk-3b quantized yew/talk-3b-GGUF", "yew/root-3b finetune yew/talk-3b");
    }

    @Test
    void aFileOnTheHubIsItsRepository() {
        load(
                words().number("general.file_type", Q4_K_M),
                "https://huggingface.co/quants/talk-3b-GGUF/resolve/main/talk-3b.Q4_K_M.gguf",
                null);

        assertThat(edges())
                .containsExactlyInAnyOrder(
                        "Yew-Lab/Talk-3B quantized quants/talk-3b-GGUF", "yew/root-3b finetune Yew-Lab/Talk-3B");
    }

    private static HeaderBytes words() {
        return new HeaderBytes()
                .text("general.name", "Talk 3B")
                .text("general.organization", "Yew Lab")
                .number("general.base_model.count", 1)
                .text("general.base_model.0.name", "Root 3b")
                .text("general.base_model.0.organization", "Yew")
                .text("general.base_model.0.repo_url", "https://huggingface.co/yew/root-3b");
    }

    private List<String> edges() {
        return database.edges().stream()
                .map(edge -> edge.parent() + " " + edge.relation().code() + " " + edge.child())
                .toList();
    }

    private ImportReport load(HeaderBytes header, String name, @Nullable String model) {
        return database.load(new GgufSource(file(name, header.bytes()), model == null ? null : new ModelId(model)));
    }
}

package org.eyrie.llama.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.eyrie.llama.forward.LlamaShape;
import org.eyrie.llama.forward.UnusableModelException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders that are as one of the references but for one thing. */
class ModelFolderTest {

    @TempDir
    private Path folder = Path.of("nowhere");

    @BeforeEach
    void copy() throws IOException {
        for (String file : new String[] {"config.json", "tokenizer.json", "model.safetensors"}) {
            Files.copy(Path.of("src/test/resources/shapes/grouped").resolve(file), folder.resolve(file));
        }
    }

    @Test
    void shapeAndEndAreRead() {
        ModelFolder read = ModelFolder.read(folder);
        assertThat(read.shape()).isEqualTo(new LlamaShape(10, 16, 22, 2, 4, 2, 4, 24, 1e-6, 5e5, true));
        assertThat(read.ends()).containsExactly(8);
    }

    @Test
    void filesOfOlderLibrariesAreRead() throws IOException {
        edit("config.json", "\"rope_parameters\": {", "\"rope_theta\": 500000.0, \"rope_scaling\": null, \"x\": {");
        edit("config.json", "\"head_dim\": 4,", "");
        edit("config.json", "\"eos_token_id\": 8", "\"eos_token_id\": [8, 9]");
        ModelFolder read = ModelFolder.read(folder);
        assertThat(read.shape()).isEqualTo(new LlamaShape(10, 16, 22, 2, 4, 2, 4, 24, 1e-6, 5e5, true));
        assertThat(read.ends()).containsExactlyInAnyOrder(8, 9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"silu\" | \"gelu\" | hidden_act is gelu: only silu is run here",
                "\"llama\" | \"mistral\" | model_type is mistral, and only llama is run here",
                "\"rope_type\": \"default\" | \"rope_type\": \"llama3\" | rope_type is llama3: only embeddings without scaling",
                "\"attention_bias\": false | \"attention_bias\": true | attention_bias is true: biases are not run here",
                "\"vocab_size\": 10 | \"vocab\": 10 | vocab_size is missing",
                "\"vocab_size\": 10 | \"vocab_size\": \"10\" | vocab_size must be a whole number, not 10",
                "\"eos_token_id\": 8 | \"eos_token_id\": null | eos_token_id is missing",
                "\"num_key_value_heads\": 2 | \"num_key_value_heads\": 3 | must be a multiple of num_key_value_heads",
                "\"use_cache\": true | \"quantization_config\": {} | quantised weights are not run here",
                "\"use_cache\": true | \"use_cache\": true, | config.json is no JSON object: line",
            })
    void whatAConfigurationAsksForInVainIsTold(String text, String instead, String message) throws IOException {
        edit("config.json", text, instead);
        assertThatThrownBy(() -> ModelFolder.read(folder))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "WordLevel | BPE | type is BPE: only WordLevel is read here",
                "\"Split\" | \"ByteLevel\" | pre_tokenizer must be Split into characters",
                "\"normalizer\": null | \"normalizer\": {\"type\": \"Lowercase\"} | it has a normalizer",
                "\"lstrip\": false | \"lstrip\": true | the added token </s> has lstrip",
                "\"a\": 0 | \"a\": 10 | the token \"a\" has the number 10.0, and config.json has 10 tokens",
            })
    void soIsWhatATokenizerAsksFor(String text, String instead, String message) throws IOException {
        edit("tokenizer.json", text, instead);
        assertThatThrownBy(() -> ModelFolder.read(folder))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"config.json", "tokenizer.json"})
    void aFileThatIsNotThereIsNamed(String file) throws IOException {
        Files.delete(folder.resolve(file));
        assertThatThrownBy(() -> ModelFolder.read(folder)).hasMessageContaining("there is no " + file);
    }

    @ParameterizedTest
    @CsvSource({"0", "4", "100", "5000"})
    void weightsThatBreakOffAreRefused(int bytes) throws IOException {
        Path file = folder.resolve("model.safetensors");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), bytes));
        ModelFolder read = ModelFolder.read(folder);
        assertThatThrownBy(read::model)
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("model.safetensors");
    }

    @Test
    void charactersAndAddedTokensAreTold() throws IOException {
        WordLevelTokenizer tokenizer = ModelFolder.read(folder).tokenizer();
        assertThat(tokenizer.encode("hab</s>a")).containsExactly(7, 0, 1, 8, 0);
        assertThat(tokenizer.encode("")).isEmpty();
        assertThatThrownBy(() -> tokenizer.encode("ab z")).hasMessage("\" \" of \"ab z\" is no token of this model");
    }

    @Test
    void wordsBetweenBlanksAreTold() throws IOException {
        edit(
                "tokenizer.json",
                "{\"type\": \"Split\", \"pattern\": {\"Regex\": \"\"}, \"behavior\": \"Isolated\", \"invert\": false}",
                "{\"type\": \"WhitespaceSplit\"}");
        edit("tokenizer.json", "\"a\": 0", "\"three\": 0");
        assertThat(ModelFolder.read(folder).tokenizer().encode("three b three\n"))
                .containsExactly(0, 1, 0);
    }

    private void edit(String name, String text, String instead) throws IOException {
        Path file = folder.resolve(name);
        String before = Files.readString(file);
        assertThat(before).contains(text);
        Files.writeString(file, before.replace(text, instead));
    }
}

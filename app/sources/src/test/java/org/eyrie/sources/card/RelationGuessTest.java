package org.eyrie.sources.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eyrie.model.Relation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelationGuessTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "lab/owl-7b            | -            | transformers | false | lab/bird-7b            | FINETUNE",
                "lab/owl-7b            | -            | peft         | false | lab/bird-7b            | ADAPTER",
                "lab/owl-7b            | lora,unsloth | transformers | false | lab/bird-7b            | ADAPTER",
                "lab/owl-7b            | PEFT         | -            | false | lab/bird-7b            | ADAPTER",
                "lab/owl-7b            | -            | -            | false | lab/bird-7b,lab/fish-7b | MERGE",
                "lab/owl-7b            | mergekit     | -            | false | lab/bird-7b            | MERGE",
                "lab/owl-7b            | gguf         | -            | false | lab/owl-7b-base        | QUANTIZED",
                "lab/owl-7b            | gguf,mergekit | -           | false | lab/bird-7b            | QUANTIZED",
                "lab/owl-7b-GGUF       | lora         | transformers | true  | lab/owl-7b             | QUANTIZED",
                "lab/owl-7b-i1-GGUF    | -            | -            | false | lab/owl-7b             | QUANTIZED",
                "lab/owl-7b-AWQ        | -            | -            | false | lab/owl-7b             | QUANTIZED",
                "lab/owl-7b-4.0bpw-exl2 | -           | -            | false | lab/owl-7b             | QUANTIZED",
                "lab/owl-7b-GPTQ-Int4  | -            | -            | false | lab/owl-7b             | QUANTIZED",
                "lab/owl-7b-Q4_K_M-GGUF | mergekit    | -            | false | lab/owl-7b             | QUANTIZED",
                "lab/owl-7b-bnb-4bit   | -            | -            | false | lab/owl-7b             | QUANTIZED",
                "lab/owl-7b-FP8        | -            | -            | false | lab/owl-7b             | QUANTIZED",
                "lab/tuned-owl-4bit    | -            | -            | false | lab/owl-7b-4bit        | FINETUNE",
                "lab/owl-lora-GGUF     | gguf,lora    | -            | false | lab/owl-7b             | ADAPTER",
                "lab/owl-7b-lora       | -            | peft         | false | lab/owl-7b-bnb-4bit    | ADAPTER",
                "lab/quality-7b        | -            | -            | false | lab/owl-7b             | FINETUNE",
            })
    void theRelationIsConcludedAsTheHubDoes(
            String model, String tags, String library, boolean quantizedBy, String parents, Relation relation) {
        assertThat(RelationGuess.of(
                        model,
                        tags == null ? List.of() : List.of(tags.split(",")),
                        library,
                        quantizedBy,
                        List.of(parents.split(","))))
                .isEqualTo(relation);
    }
}

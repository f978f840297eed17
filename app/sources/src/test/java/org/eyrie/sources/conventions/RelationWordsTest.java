package org.eyrie.sources.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import org.eyrie.model.Relation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelationWordsTest {

    @ParameterizedTest
    @CsvSource({
        "finetune,FINETUNE",
        "Fine-tune,FINETUNE",
        "fine_tuned,FINETUNE",
        "fine tuning,FINETUNE",
        "SFT,FINETUNE",
        "quantization,QUANTIZED",
        "Quantised,QUANTIZED",
        "GGUF,QUANTIZED",
        "distillation,DISTILL",
        "distill,DISTILL",
        "merged,MERGE",
        "LoRA,ADAPTER",
        "adapters,ADAPTER",
        "unknown,UNKNOWN",
    })
    void aWordMeansARelation(String word, Relation relation) {
        assertThat(RelationWords.relation(word)).contains(relation);
    }

    @ParameterizedTest
    @CsvSource({"inspired", "teacher", "''"})
    void aWordOfWhichNobodyCanKnowMeansNone(String word) {
        assertThat(RelationWords.relation(word)).isEmpty();
    }
}

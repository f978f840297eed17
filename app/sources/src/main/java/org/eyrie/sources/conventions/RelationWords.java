package org.eyrie.sources.conventions;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eyrie.model.Relation;

/**
 * Words that people write for how a model came from its parent: those of {@link Relation}, in other forms too, and the
 * names of what was done.
 */
public final class RelationWords {

    // Without what stands between the parts of a word.
    private static final Map<Relation, Set<String>> WORDS = Map.of(
            Relation.FINETUNE,
            Set.of(
                    "finetune",
                    "finetunes",
                    "finetuned",
                    "finetuning",
                    "fullfinetune",
                    "fullfinetuning",
                    "supervisedfinetuning",
                    "instructiontuned",
                    "instructiontuning",
                    "continuedpretraining",
                    "sft",
                    "dpo",
                    "orpo",
                    "kto",
                    "grpo",
                    "ppo",
                    "rlhf"),
            Relation.MERGE,
            Set.of("merge", "merges", "merged", "merging", "modelmerge", "mergekit"),
            Relation.ADAPTER,
            Set.of("adapter", "adapters", "adaptor", "adapted", "lora", "qlora", "dora", "peft", "loraadapter"),
            Relation.QUANTIZED,
            Set.of(
                    "quantized",
                    "quantised",
                    "quantize",
                    "quantise",
                    "quantization",
                    "quantisation",
                    "quant",
                    "quants",
                    "gguf",
                    "gptq",
                    "awq",
                    "exl2",
                    "exl3"),
            Relation.DISTILL,
            Set.of("distill", "distil", "distilled", "distillation", "knowledgedistillation"));

    private RelationWords() {}

    /** The relation that a word means; empty where nobody can know. */
    public static Optional<Relation> relation(String word) {
        String bare = word.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
        return WORDS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(bare))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> Relation.ofCode(bare));
    }
}

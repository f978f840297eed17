package org.eyrie.sources.gguf;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eyrie.model.Traits;
import org.jspecify.annotations.Nullable;

/** What a header says of the model besides its name. */
final class GgufTraits {

    /**
     * Architectures that a converter has one name for and so have others. Not {@code llama}, which stands for Mistral, Yi
     * and a dozen more.
     */
    private static final Map<String, String> ARCHITECTURES = Map.ofEntries(
            Map.entry("qwen2", "Qwen2ForCausalLM"),
            Map.entry("qwen2moe", "Qwen2MoeForCausalLM"),
            Map.entry("qwen3", "Qwen3ForCausalLM"),
            Map.entry("qwen3moe", "Qwen3MoeForCausalLM"),
            Map.entry("gemma", "GemmaForCausalLM"),
            Map.entry("gemma2", "Gemma2ForCausalLM"),
            Map.entry("phi2", "PhiForCausalLM"),
            Map.entry("phi3", "Phi3ForCausalLM"),
            Map.entry("gptneox", "GPTNeoXForCausalLM"),
            Map.entry("starcoder2", "Starcoder2ForCausalLM"),
            Map.entry("stablelm", "StableLmForCausalLM"),
            Map.entry("olmo", "OlmoForCausalLM"),
            Map.entry("command-r", "CohereForCausalLM"),
            Map.entry("internlm2", "InternLM2ForCausalLM"));

    private static final Pattern SIZE = Pattern.compile("(?:(\\d+)x)?(\\d+(?:\\.\\d+)?)([KMBT])");

    private GgufTraits() {}

    static Traits of(Map<String, Object> keys) {
        Object architecture = keys.get("general.architecture");
        return new Traits(
                architecture instanceof String name ? ARCHITECTURES.get(name) : null,
                size(keys),
                null,
                null,
                null,
                architecture instanceof String name ? experts(keys.get(name + ".expert_count")) : null,
                null,
                null);
    }

    private static @Nullable Boolean experts(@Nullable Object count) {
        return (count instanceof Long number && number > 0) ? true : null;
    }

    /** As counted, else of a dense model as the label has it; how much experts share a label does not tell. */
    private static @Nullable Double size(Map<String, Object> keys) {
        if (keys.get("general.parameter_count") instanceof Long count && count > 0) {
            return count / 1e9 < Traits.MOST_BILLIONS ? count / 1e9 : null;
        }
        if (!(keys.get("general.size_label") instanceof String label)) {
            return null;
        }
        Matcher size = SIZE.matcher(label.strip());
        if (!size.matches() || size.group(1) != null) {
            return null;
        }
        double billions = Double.parseDouble(size.group(2))
                * switch (size.group(3)) {
                    case "K" -> 1e-6;
                    case "M" -> 1e-3;
                    case "T" -> 1e3;
                    default -> 1;
                };
        return billions > 0 && billions < Traits.MOST_BILLIONS ? billions : null;
    }
}

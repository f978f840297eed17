package org.eyrie.llama.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eyrie.llama.forward.LlamaShape;
import org.eyrie.llama.forward.UnusableModelException;
import org.jspecify.annotations.Nullable;

/**
 * {@code config.json} of a Llama as {@code transformers} writes it, before version 5 ({@code rope_theta}, {@code
 * rope_scaling}) and since ({@code rope_parameters}). What is missing has the value that it has there.
 *
 * @param ends the tokens that end an answer
 */
record ConfigFile(LlamaShape shape, Set<Integer> ends) {

    private static final String NAME = "config.json";

    ConfigFile {
        ends = Set.copyOf(ends);
    }

    /**
     * @throws UnusableModelException if it is no Llama, or asks for what cannot be done here
     */
    static ConfigFile read(Path folder) {
        Settings settings = Settings.read(folder, NAME);
        checkKind(settings);
        double base = rotaryBase(settings);
        Set<Integer> ends = ends(settings);
        int heads = settings.integer("num_attention_heads");
        int width = settings.integer("hidden_size");
        Integer keyHeads = settings.optionalInteger("num_key_value_heads");
        Integer headWidth = settings.optionalInteger("head_dim");
        int vocabulary = settings.integer("vocab_size");
        int inner = settings.integer("intermediate_size");
        int layers = settings.integer("num_hidden_layers");
        Integer positions = settings.optionalInteger("max_position_embeddings");
        double epsilon = settings.number("rms_norm_eps", 1e-6);
        boolean tied = settings.flag("tie_word_embeddings", false);
        if (headWidth == null && heads > 0 && width % heads != 0) {
            settings.fault("hidden_size " + width + " is no multiple of num_attention_heads " + heads);
        }
        if (settings.faults().isEmpty()) {
            try {
                LlamaShape shape = new LlamaShape(
                        vocabulary,
                        width,
                        inner,
                        layers,
                        heads,
                        keyHeads == null ? heads : keyHeads,
                        headWidth == null ? width / Math.max(1, heads) : headWidth,
                        positions == null ? 2048 : positions,
                        epsilon,
                        base,
                        tied);
                return new ConfigFile(shape, ends);
            } catch (IllegalArgumentException e) {
                settings.fault(String.valueOf(e.getMessage()));
            }
        }
        throw new UnusableModelException(folder.toString(), settings.faults());
    }

    private static void checkKind(Settings settings) {
        Object type = settings.get("model_type");
        if (!"llama".equals(type)) {
            settings.fault("model_type is " + type + ", and only llama is run here");
        }
        settings.expect("architectures", "only LlamaForCausalLM is run here", List.of(), List.of("LlamaForCausalLM"));
        settings.expect("hidden_act", "only silu is run here", "silu", "swish");
        settings.expect("attention_bias", "biases are not run here", false);
        settings.expect("mlp_bias", "biases are not run here", false);
        if (settings.get("quantization_config") != null) {
            settings.fault("quantization_config is there: quantised weights are not run here");
        }
    }

    private static double rotaryBase(Settings settings) {
        double base = settings.number("rope_theta", 10_000);
        for (String key : List.of("rope_scaling", "rope_parameters")) {
            Settings rotary = settings.object(key);
            if (rotary != null) {
                String why = "only embeddings without scaling are run here";
                rotary.expect("rope_type", why, "default");
                rotary.expect("type", why, "default");
                rotary.expect("partial_rotary_factor", "heads are turned as a whole here", 1.0);
                base = rotary.number("rope_theta", base);
                rotary.faults().forEach(settings.faults()::add);
            }
        }
        settings.expect("partial_rotary_factor", "heads are turned as a whole here", 1.0);
        return base;
    }

    private static Set<Integer> ends(Settings settings) {
        Object value = settings.get("eos_token_id");
        List<?> listed = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        Set<Integer> ends = new TreeSet<>();
        for (@Nullable Object end : listed) {
            if (end instanceof Double number && number >= 0 && number % 1 == 0) {
                ends.add(number.intValue());
            } else {
                settings.fault("eos_token_id must be a token's number or a list of such, not " + value);
                return ends;
            }
        }
        if (ends.isEmpty()) {
            settings.fault("eos_token_id is missing: without it nobody knows where an answer ends");
        }
        return ends;
    }
}

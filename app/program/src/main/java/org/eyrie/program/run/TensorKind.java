package org.eyrie.program.run;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a tensor of a language model is for, as its name tells. */
public enum TensorKind {
    EMBED,
    ATTN,
    MLP,
    NORM,
    HEAD,
    OTHER;

    private static final Pattern NORMS = Pattern.compile("norm|(^|[._])ln(_|\\d|\\.|$)");
    private static final Pattern HEADS =
            Pattern.compile("lm_head|embed_out|(^|\\.)output\\.(weight|bias)$|(^|\\.)score\\.");
    private static final Pattern EMBEDS =
            Pattern.compile("embed|(^|\\.)w[tp]e\\.|tok_embeddings|position_ids|rotary|inv_freq");
    private static final Pattern MLPS = Pattern.compile(
            "mlp|feed_?forward|(^|\\.)ffn?(\\.|$)|experts|block_sparse_moe|(^|\\.)fc_?\\d|dense_(h_to_4h|4h_to_h)|gate_proj|up_proj|down_proj");
    private static final Pattern ATTENTIONS =
            Pattern.compile("attn|attention|[qkvo]_proj|query_key_value|(^|\\.)w(q|k|v|o)\\.|qkv");

    /** By the names that common architectures give; {@link #OTHER} where none of them is known. */
    public static TensorKind of(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        if (NORMS.matcher(small).find()) {
            return NORM;
        }
        if (HEADS.matcher(small).find() && !small.contains("attention.output")) {
            return HEAD;
        }
        if (MLPS.matcher(small).find()) {
            return MLP;
        }
        if (ATTENTIONS.matcher(small).find()) {
            return ATTN;
        }
        return EMBEDS.matcher(small).find() ? EMBED : OTHER;
    }
}

package org.eyrie.model;

import org.jspecify.annotations.Nullable;

/** Names of architectures. */
public final class Architecture {

    private Architecture() {}

    /** One name per architecture: the hub spells one of them in two ways and a missing one as {@code Unknown}. */
    public static @Nullable String of(@Nullable String spelled) {
        if (spelled == null || spelled.isEmpty() || spelled.equals("Unknown")) {
            return null;
        }
        return spelled.equals("Qwen2Model") ? "Qwen2ForCausalLM" : spelled;
    }
}

package org.eyrie.program;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Methods of the literature as programs, to begin with and to be compared with. */
public enum Preset {
    TASK_ARITHMETIC("Task Arithmetic", "https://arxiv.org/abs/2212.04089", "base + sum(taus * each(.6, .9, 1.2))"),
    TIES("TIES", "https://arxiv.org/abs/2306.01708", "base + 1.5 * mean_of_nonzero(agree(keep(taus, .4), by=mass))"),
    DARE("DARE", "https://arxiv.org/abs/2311.03099", "base + sum(drop(taus, .5, seed=0, restore=l1))"),
    DELLA("DELLA", "https://arxiv.org/abs/2406.11617", "base + .6 * sum(drop_small(taus, .7, .1, seed=0, restore=l1))"),
    BREADCRUMBS("Model Breadcrumbs", "https://arxiv.org/abs/2312.06795", "base + .6 * sum(middle(taus, .7, .01))"),
    MODEL_STOCK("Model Stock", "https://arxiv.org/abs/2403.19522", "base + stock(taus) * mean(taus)"),
    SLERP(
            "SLERP",
            "https://doi.org/10.1145/325334.325242",
            "base + (slerp(parent(1), parent(2), curve(0, .5, 1)) - base)"),
    SCE(
            "SCE",
            "https://arxiv.org/abs/2408.07990",
            "let d = differing(taus, .1)\n"
                    + "base + mean_of_nonzero(agree(d, by=mass), weights=normalise(energies(d)))"),
    SELF_DEVELOPING(
            "the best program of Self-Developing",
            "https://arxiv.org/abs/2410.15639",
            "let a = .5 * tau(1) + .5 * row_mean(tau(2))\n" + "base + kind(mlp=1) * (.5 * a + .5 * row_mean(tau(3)))");

    private final String title;
    private final String source;
    private final String text;

    Preset(String title, String source, String text) {
        this.title = title;
        this.source = source;
        this.text = text;
    }

    /** What it is called where one writes it, such as {@code task-arithmetic}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one that is called so; empty where none is. */
    public static Optional<Preset> of(String word) {
        return Arrays.stream(values())
                .filter(preset -> preset.word().equals(word))
                .findFirst();
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** Where the method is published. */
    public String source() {
        return source;
    }

    /** As one would write it, with the weights that its paper or custom begins with. */
    public String text() {
        return text;
    }

    public Program program() {
        return Program.parse(text);
    }
}

package org.eyrie.develop.proposing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eyrie.model.development.ProgramDraft;
import org.eyrie.model.development.ProgramOrigin;

/**
 * Merges as people make them by hand, placed as well as anyone could: weights of nothing, single specialists, small scales,
 * methods of the literature at several settings, by kind and by depth.
 */
public final class HandMadeGrid {

    private static final double[] WEIGHTS = {0, .15, .3, .6, 1};
    private static final double[] SCALES = {.15, .3, .6, 1};
    private static final int MOST_COMBINED = 3;

    private final int parents;
    private final Set<String> texts = new LinkedHashSet<>();

    private HandMadeGrid(int parents) {
        this.parents = parents;
        combined();
        elected();
        thinned();
        byKind();
        byDepth();
        arcs();
    }

    /** All of it for so many parents, some 150 points for three. */
    public static List<ProgramDraft> of(int parents) {
        return new HandMadeGrid(parents)
                .texts.stream()
                        .map(text -> new ProgramDraft(text, ProgramOrigin.HUMAN, List.of(), "grid"))
                        .toList();
    }

    /** Task Arithmetic with one weight for all, a few scales: what somebody tries first. */
    public static List<ProgramDraft> scales() {
        return List.of(.3, .45, .6, .8, 1.).stream()
                .map(scale -> new ProgramDraft(
                        "base + " + WeightTable.number(scale) + " * sum(taus)", ProgramOrigin.HUMAN, List.of(), "grid"))
                .toList();
    }

    /** Weights of every parent; of more than three, the same weight for those that are in. */
    private void combined() {
        if (parents > MOST_COMBINED) {
            for (int left = 0; left <= parents; left++) {
                for (double weight : SCALES) {
                    int without = left;
                    each(IntStream.range(0, parents)
                            .mapToDouble(parent -> parent == without - 1 ? 0 : weight)
                            .toArray());
                }
            }
            for (int parent = 1; parent <= parents; parent++) {
                for (double weight : SCALES) {
                    add("%s * tau(%d)", WeightTable.number(weight), parent);
                }
            }
            return;
        }
        int points = (int) Math.pow(WEIGHTS.length, parents);
        for (int point = 1; point < points; point++) {
            double[] weights = new double[parents];
            int rest = point;
            for (int parent = 0; parent < parents; parent++) {
                weights[parent] = WEIGHTS[rest % WEIGHTS.length];
                rest /= WEIGHTS.length;
            }
            each(weights);
        }
    }

    private void each(double[] weights) {
        add(
                "sum(taus * each(%s))",
                IntStream.range(0, weights.length)
                        .mapToObj(i -> WeightTable.number(weights[i]))
                        .collect(Collectors.joining(", ")));
    }

    private void elected() {
        for (String share : List.of(".1", ".2", ".5", ".8")) {
            for (String scale : List.of(".3", ".6", "1", "1.5")) {
                add("%s * mean_of_nonzero(agree(keep(taus, %s), by=mass))", scale, share);
            }
        }
        for (String scale : List.of(".6", "1.5")) {
            add("%s * sum(agree(drop(taus, .5, seed=0, restore=inverse), by=mass))", scale);
        }
    }

    private void thinned() {
        for (String dropped : List.of(".3", ".6", ".9")) {
            for (String scale : List.of(".3", ".6", "1")) {
                add("%s * sum(drop(taus, %s, seed=0, restore=inverse))", scale, dropped);
            }
        }
        add("stock(taus) * mean(taus)");
        add(".6 * sum(middle(taus, .7, .01))");
        add("mean_of_nonzero(agree(differing(taus, .1), by=mass))");
    }

    private void byKind() {
        for (String scale : List.of(".4", ".6", ".8", "1")) {
            add("kind(mlp=%s) * sum(taus)", scale);
            add("kind(attn=%s) * sum(taus)", scale);
            add("kind(attn=%1$s, mlp=%1$s) * sum(taus)", scale);
            add("kind(embed=%1$s, mlp=%1$s, norm=%1$s, head=%1$s) * sum(taus)", scale);
            add("kind(embed=%1$s, attn=%1$s, norm=%1$s, head=%1$s) * sum(taus)", scale);
        }
    }

    private void byDepth() {
        for (String scale : List.of(".6", "1")) {
            add("ramp(0, %s) * sum(taus)", scale);
            add("ramp(%s, 0) * sum(taus)", scale);
            add("curve(0, %s, 0) * sum(taus)", scale);
        }
    }

    private void arcs() {
        for (int one = 1; one <= parents; one++) {
            for (int other = one + 1; other <= parents; other++) {
                add("(slerp(parent(%d), parent(%d), .5) - base)", one, other);
            }
        }
    }

    private void add(String form, Object... values) {
        texts.add("base + " + String.format(Locale.ROOT, form, values));
    }
}

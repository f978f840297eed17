package org.eyrie.develop.proposing;

import java.util.List;
import java.util.Random;
import org.eyrie.model.development.ProgramDraft;
import org.eyrie.model.development.ProgramOrigin;
import org.eyrie.program.variation.Variation;

/** Draws programs; their notes name the production, from which the grammar learns. */
final class ProgramGrammar {

    private static final String[] REDUCTIONS = {"median", "largest", "mean"};
    private static final int MOST_TABLES = 6;

    private final GrammarWeights weights;
    private final Random random;
    private final int parents;

    ProgramGrammar(GrammarWeights weights, Random random, int parents) {
        this.weights = weights;
        this.random = random;
        this.parents = parents;
    }

    ProgramDraft draw() {
        Production production = weights.production(random);
        String text =
                switch (production) {
                    case PLAIN -> table(false, false);
                    case KINDS -> table(true, false);
                    case DEPTH -> table(false, true);
                    case TABLE -> table(true, true);
                    case THINNED -> "base + " + scale() + "sum(" + thinned() + " * " + each() + ")";
                    case ELECTED -> elected();
                    case ROBUST -> robust();
                    case GROWN -> new Variation(random, parents).grown().text();
                };
        return new ProgramDraft(text, ProgramOrigin.GRAMMAR, List.of(), production.name());
    }

    private String table(boolean kinds, boolean ends) {
        if (parents > MOST_TABLES) {
            return "base + " + scale() + "sum(taus * " + each() + ")";
        }
        double[][] table = new double[parents][WeightTable.SLOTS];
        for (int parent = 0; parent < parents; parent++) {
            double first = weight(parent, WeightTable.ATTENTION);
            double last = ends ? weight(parent, WeightTable.ATTENTION + 1) : first;
            for (int slot = 0; slot < WeightTable.SLOTS; slot++) {
                boolean late = slot == WeightTable.ATTENTION + 1 || slot == WeightTable.FEED_FORWARD + 1;
                if (!kinds) {
                    table[parent][slot] = late ? last : first;
                } else {
                    table[parent][slot] = late && !ends ? table[parent][slot - 1] : weight(parent, slot);
                }
            }
        }
        return WeightTable.of(table).text();
    }

    private double weight(int parent, int slot) {
        return weights.weight(random, parent, slot);
    }

    private String each() {
        StringBuilder each = new StringBuilder("each(");
        for (int parent = 0; parent < parents; parent++) {
            each.append(parent == 0 ? "" : ", ")
                    .append(WeightTable.number(Math.rint(1000 * weight(parent, WeightTable.FEED_FORWARD)) / 1000));
        }
        return each.append(")").toString();
    }

    /** Nothing, or a number by kind. */
    private String scale() {
        if (random.nextBoolean()) {
            return "";
        }
        return "kind(embed=" + part() + ", attn=" + part() + ", mlp=" + part() + ", norm=" + part() + ", head=" + part()
                + ") * ";
    }

    private String part() {
        return random.nextInt(4) == 0 ? "0" : WeightTable.number(.4 + Math.rint(12 * random.nextDouble()) / 10);
    }

    private String thinned() {
        String share = WeightTable.number((1 + random.nextInt(9)) / 10.);
        int seed = random.nextInt(1000);
        return switch (random.nextInt(4)) {
            case 0 -> "keep(taus, " + share + ")";
            case 1 -> "drop(taus, " + share + ", seed=" + seed + ", restore=inverse)";
            case 2 -> "middle(taus, " + share + ", .01)";
            default -> "differing(taus, " + share + ")";
        };
    }

    private String elected() {
        String by = random.nextBoolean() ? "mass" : "count";
        String kept = random.nextInt(3) == 0
                ? "taus"
                : "keep(taus, " + WeightTable.number((1 + random.nextInt(9)) / 10.) + ")";
        String reduction = random.nextBoolean() ? "mean_of_nonzero" : "sum";
        return "base + " + WeightTable.number((4 + random.nextInt(15)) / 10.) + " * " + scale() + reduction + "(agree("
                + kept + " * " + each() + ", by=" + by + "))";
    }

    private String robust() {
        String reduction = REDUCTIONS[random.nextInt(REDUCTIONS.length)];
        int parent = random.nextInt(parents);
        String more = random.nextBoolean()
                ? ""
                : " + " + WeightTable.number(.001 + Math.rint(1000 * weight(parent, WeightTable.FEED_FORWARD)) / 1000)
                        + " * tau(" + (parent + 1) + ")";
        return "base + " + WeightTable.number((4 + random.nextInt(20)) / 10.) + " * " + scale() + reduction + "(taus)"
                + more;
    }
}

package org.eyrie.develop.proposing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eyrie.develop.contest.Contender;
import org.eyrie.develop.contest.Contenders;
import org.eyrie.develop.contest.Posteriors;
import org.eyrie.model.development.MergeEffect;
import org.eyrie.model.development.ProgramDraft;
import org.eyrie.model.development.ProgramOrigin;
import org.eyrie.program.Program;
import org.eyrie.program.variation.Variation;

/**
 * New programs from the best: one change, or parts of two. Most changes are of the weights that a merge comes to, as these
 * matter most; the rest are of its text.
 */
public final class Breeding {

    /** Elites of one species at most: the others keep the search from forgetting how else it can be done. */
    private static final int OF_A_SPECIES = 4;

    /** Elites are the best quarter, within these bounds: of few that were tried the worse half is nothing to breed from. */
    private static final int BEST = 4;

    private static final int LEAST = 4;
    private static final int MOST = 24;
    private static final double STEP = .35;
    private static final double ZERO = .15;

    /** Of ten drafts so many are middles of elites, and so many have parts of two; the others are changes of one. */
    private static final int MIDDLES = 3;

    private static final int CROSSINGS = 2;
    private static final int WAYS = 10;
    private static final int MOST_IN_MIDDLE = 6;

    private final List<Contender> elites;
    private final Random random;
    private final int parents;

    private Breeding(List<Contender> elites, Random random, int parents) {
        this.elites = elites;
        this.random = random;
        this.parents = parents;
    }

    /** From what was tried so far. */
    public static Breeding of(Contenders contenders, Random random) {
        return of(contenders, Posteriors.of(contenders).ranked(), random);
    }

    /**
     * From contenders in an order of somebody's own.
     *
     * @param ranked the best first
     */
    public static Breeding of(Contenders contenders, List<Contender> ranked, Random random) {
        Map<String, Integer> species = new LinkedHashMap<>();
        List<Contender> elites = new ArrayList<>();
        int most = Math.max(LEAST, Math.min(MOST, ranked.size() / BEST));
        for (Contender contender : ranked) {
            if (elites.size() < most && species.merge(species(contender), 1, Integer::sum) <= OF_A_SPECIES) {
                elites.add(contender);
            }
        }
        return new Breeding(elites, random, contenders.record().plan().parents().size());
    }

    /** Sums of all numbers of terms are one species for themselves: their own differ by which weights are 0. */
    private static String species(Contender contender) {
        Program program = Program.parse(contender.text());
        return program.species() + "/" + program.graph().terms().size() / 8;
    }

    /** Whether there is anything to breed from. */
    public boolean possible() {
        return !elites.isEmpty();
    }

    /** So many drafts; the better an elite, the more. */
    public List<ProgramDraft> drafts(int count) {
        List<ProgramDraft> drafts = new ArrayList<>();
        while (possible() && drafts.size() < count) {
            Contender elite = any();
            int way = random.nextInt(WAYS);
            drafts.add(way < MIDDLES ? middle() : way < MIDDLES + CROSSINGS ? crossed(elite, any()) : mutated(elite));
        }
        return drafts;
    }

    /** So many drafts, each a step of the weights of the best alone; its text is varied where its effect is not known. */
    public List<ProgramDraft> steps(int count) {
        List<ProgramDraft> drafts = new ArrayList<>();
        while (possible() && drafts.size() < count) {
            Contender best = elites.get(0);
            MergeEffect effect = best.effect();
            if (effect == null) {
                drafts.add(mutated(best));
            } else {
                double[][] weights = WeightTable.of(effect).weights();
                change(weights);
                drafts.add(draft(WeightTable.of(weights).text(), ProgramOrigin.MUTATION, List.of(best.program())));
            }
        }
        return drafts;
    }

    /** The first twice as often as the one in the middle. */
    private Contender any() {
        double place = random.nextDouble() * random.nextDouble();
        return elites.get((int) (place * elites.size()));
    }

    /** A program with one thing changed. */
    ProgramDraft mutated(Contender elite) {
        MergeEffect effect = elite.effect();
        if (effect != null && random.nextInt(4) != 0) {
            double[][] weights = WeightTable.of(effect).weights();
            int changes = 1 + random.nextInt(3);
            for (int i = 0; i < changes; i++) {
                change(weights);
            }
            return draft(WeightTable.of(weights).text(), ProgramOrigin.MUTATION, List.of(elite.program()));
        }
        Program program = Program.parse(elite.text());
        return draft(
                new Variation(random, parents).mutated(program).text(),
                ProgramOrigin.MUTATION,
                List.of(elite.program()));
    }

    /** The middle of some elites, which has less of each one's luck, and a change of it. */
    private ProgramDraft middle() {
        double[][] weights = new double[parents][WeightTable.SLOTS];
        List<String> varies = new ArrayList<>();
        int wanted = 2 + random.nextInt(MOST_IN_MIDDLE - 1);
        for (int i = 0; i < wanted; i++) {
            Contender elite = any();
            MergeEffect effect = elite.effect();
            if (effect != null && !varies.contains(elite.program())) {
                double[][] own = WeightTable.of(effect).weights();
                for (int parent = 0; parent < parents; parent++) {
                    for (int slot = 0; slot < WeightTable.SLOTS; slot++) {
                        weights[parent][slot] =
                                (weights[parent][slot] * varies.size() + own[parent][slot]) / (varies.size() + 1);
                    }
                }
                varies.add(elite.program());
            }
        }
        if (varies.size() < 2) {
            return mutated(any());
        }
        if (random.nextBoolean()) {
            change(weights);
        }
        return draft(WeightTable.of(weights).text(), ProgramOrigin.CROSSOVER, varies);
    }

    private ProgramDraft crossed(Contender one, Contender other) {
        List<String> varies = List.of(one.program(), other.program());
        MergeEffect first = one.effect();
        MergeEffect second = other.effect();
        if (first != null && second != null && random.nextInt(3) != 0) {
            double[][] weights = WeightTable.of(first).weights();
            double[][] others = WeightTable.of(second).weights();
            double blend = random.nextBoolean() ? .5 : 1;
            for (int parent = 0; parent < parents; parent++) {
                for (int slot = 0; slot < WeightTable.SLOTS; slot++) {
                    if (random.nextBoolean()) {
                        weights[parent][slot] += blend * (others[parent][slot] - weights[parent][slot]);
                    }
                }
            }
            return draft(WeightTable.of(weights).text(), ProgramOrigin.CROSSOVER, varies);
        }
        String text = new Variation(random, parents)
                .crossed(Program.parse(one.text()), Program.parse(other.text()))
                .text();
        return draft(text, ProgramOrigin.CROSSOVER, varies);
    }

    /** A weight, or all of a parent or of a slot, by a factor; from nothing, or to nothing. */
    void change(double[][] weights) {
        int parent = random.nextInt(weights.length);
        int slot = random.nextInt(WeightTable.SLOTS);
        double factor = Math.exp(STEP * random.nextGaussian());
        boolean nothing = random.nextDouble() < ZERO;
        int reach = random.nextInt(6);
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < WeightTable.SLOTS; j++) {
                boolean ofKind = kind(j) == kind(slot);
                boolean own = i == parent && (reach == 0 || j == slot || (ofKind && reach < 4));
                boolean here = own || (reach == 5 && ofKind);
                if (here) {
                    double from = weights[i][j] < .02 ? .6 : weights[i][j];
                    weights[i][j] = nothing ? 0 : Math.min(3, from * factor);
                }
            }
        }
    }

    private static int kind(int slot) {
        boolean late = slot == WeightTable.ATTENTION + 1 || slot == WeightTable.FEED_FORWARD + 1;
        return late ? slot - 1 : slot;
    }

    private static ProgramDraft draft(String text, ProgramOrigin origin, List<String> varies) {
        return new ProgramDraft(text, origin, varies, "");
    }
}

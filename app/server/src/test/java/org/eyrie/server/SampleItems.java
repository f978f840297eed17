package org.eyrie.server;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.Facts;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Outcomes;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;

/** Models that are known item by item on one benchmark: eight founders with five children each, simulated. */
public final class SampleItems {

    public static final BenchmarkId RIDDLES = new BenchmarkId("Riddles");
    public static final int ITEMS = 60;
    public static final int FOUNDERS = 8;
    public static final int CHILDREN = 5;

    /** A child of a founder that was never evaluated. */
    public static final String NEW = "riddler/new-7b";

    private SampleItems() {}

    /** The first character of line u is the outcome of model u on item 0. */
    public static List<String> outcomes() {
        SplittableRandom random = new SplittableRandom(4);
        double[] easy = random.doubles(ITEMS, -2, 2).toArray();
        List<String> lines = new ArrayList<>();
        for (int founder = 0; founder < FOUNDERS; founder++) {
            double skill = -1.75 + 0.5 * founder;
            for (int child = 0; child <= CHILDREN; child++) {
                StringBuilder line = new StringBuilder();
                for (int i = 0; i < ITEMS; i++) {
                    double chance = 1 / (1 + Math.exp(-skill - 0.1 * child - easy[i]));
                    line.append(random.nextDouble() < chance ? '1' : '0');
                }
                lines.add(line.toString());
            }
        }
        return lines;
    }

    /** Id of line u of {@link #outcomes}. */
    public static String id(int u) {
        int founder = u / (CHILDREN + 1);
        int child = u % (CHILDREN + 1);
        return child == 0 ? "riddler/base" + founder + "-7b" : "riddler/child" + founder + "." + child + "-7b";
    }

    public static Facts facts() {
        List<Model> models = new ArrayList<>();
        List<Derivation> derivations = new ArrayList<>();
        List<Evaluation> evaluations = new ArrayList<>();
        List<String> outcomes = outcomes();
        for (int u = 0; u < outcomes.size(); u++) {
            models.add(model(id(u)));
            int founder = u - u % (CHILDREN + 1);
            if (u != founder) {
                derivations.add(edge(id(u), id(founder)));
            }
            Outcomes own = new Outcomes(outcomes.get(u));
            evaluations.add(new Evaluation(
                    new ModelId(id(u)), RIDDLES, (double) own.correct() / ITEMS, ITEMS, null, own, "sample", null));
        }
        models.add(model(NEW));
        derivations.add(edge(NEW, id((FOUNDERS - 1) * (CHILDREN + 1))));
        return new Facts(
                models, derivations, List.of(new Benchmark(RIDDLES, ITEMS, EvaluationSetup.UNKNOWN)), evaluations);
    }

    private static Model model(String id) {
        return new Model(
                new ModelId(id),
                new Traits("MistralForCausalLM", 7.0, "chat", "bfloat16", true, false, null, "apache-2.0"));
    }

    private static Derivation edge(String child, String parent) {
        return new Derivation(new ModelId(child), new ModelId(parent), Relation.FINETUNE, null, null);
    }
}

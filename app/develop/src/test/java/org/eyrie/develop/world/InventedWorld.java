package org.eyrie.develop.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eyrie.develop.contest.Draws;
import org.eyrie.develop.port.MergeEvaluator;
import org.eyrie.develop.port.MergeMaker;
import org.eyrie.develop.port.RunListener;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.ModelId;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentPlan;
import org.eyrie.model.development.FailedRun;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.MergeEffect;
import org.eyrie.model.development.RunOrder;
import org.eyrie.model.development.SearchBudget;
import org.eyrie.model.development.SearchItem;
import org.eyrie.model.development.SearchSettings;
import org.eyrie.program.Program;
import org.eyrie.program.run.Execution;
import org.eyrie.task.Progress;

/**
 * A world of three parents in which programs are run for real, on tensors of three elements, and in which an item is solved
 * where its parent has much weight in feed-forward tensors and the others have little in attention.
 */
public final class InventedWorld implements MergeMaker, MergeEvaluator {

    public static final int PARENTS = 3;
    public static final DevelopmentId ID = new DevelopmentId("invented");

    private static final List<String> TENSORS = List.of(
            "model.embed_tokens.weight",
            "model.layers.0.self_attn.q_proj.weight",
            "model.layers.0.mlp.up_proj.weight",
            "model.layers.1.self_attn.q_proj.weight",
            "model.layers.1.mlp.up_proj.weight",
            "model.norm.weight",
            "lm_head.weight");
    private static final List<String> GROUPS =
            List.of("embed", "layer0.attn", "layer0.mlp", "layer1.attn", "layer1.mlp", "norm", "head");
    private static final int ITEMS_OF_A_TASK = 40;

    private final Map<Integer, Integer> asked = new TreeMap<>();
    private final Map<String, double[][]> known = new HashMap<>();

    /** A search in it. */
    public static DevelopmentPlan plan(String policy, long seed, SearchBudget budget) {
        List<SearchItem> items = new ArrayList<>();
        for (int i = 0; i < PARENTS * ITEMS_OF_A_TASK; i++) {
            items.add(new SearchItem("task" + i % PARENTS, "item" + i));
        }
        return new DevelopmentPlan(
                ID,
                new ModelId("base"),
                List.of(new ModelId("p1"), new ModelId("p2"), new ModelId("p3")),
                "invented",
                items,
                new SearchSettings(seed, policy, "grammar", budget));
    }

    /** How often each order was run, by its number. */
    public Map<Integer, Integer> asked() {
        return asked;
    }

    @Override
    public MergeEffect describe(Program program) {
        int width = PARENTS + 3;
        float[] numbers = new float[GROUPS.size() * width];
        double[][] weights = weights(program);
        for (int group = 0; group < GROUPS.size(); group++) {
            double square = 0;
            int set = 0;
            for (int parent = 0; parent < PARENTS; parent++) {
                numbers[group * width + parent] = (float) weights[group][parent];
                square += weights[group][parent] * weights[group][parent];
                set += weights[group][parent] == 0 ? 0 : 1;
            }
            numbers[group * width + PARENTS + 1] = (float) Math.sqrt(square);
            numbers[group * width + PARENTS + 2] = (float) set / PARENTS;
        }
        return new MergeEffect(PARENTS, GROUPS, numbers, new float[0]);
    }

    /** Kept, as tests of kills run one search again and again. */
    private double[][] weights(Program program) {
        return known.computeIfAbsent(program.text(), text -> worked(program));
    }

    private static double[][] worked(Program program) {
        double[][] weights = new double[TENSORS.size()][PARENTS];
        Execution execution = new Execution(program.graph(), () -> false);
        for (int tensor = 0; tensor < TENSORS.size(); tensor++) {
            double[] own = weights[tensor];
            try {
                execution.run(new UnitTensor(TENSORS.get(tensor), PARENTS), (values, count) -> {
                    for (int i = 0; i < count; i++) {
                        own[i] = values[i];
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return weights;
    }

    @Override
    public void run(List<RunOrder> orders, List<Program> programs, Progress progress, RunListener listener) {
        // Backwards, as nobody is promised an order.
        for (int i = orders.size() - 1; i >= 0 && listener.goesOn(); i--) {
            progress.check();
            RunOrder order = orders.get(i);
            asked.merge(order.number(), 1, Integer::sum);
            double[][] weights = weights(programs.get(i));
            if (weights[0][0] > 2) {
                listener.failed(new FailedRun(order.number(), order.program(), "Its logits are not finite."));
                continue;
            }
            StringBuilder outcomes = new StringBuilder();
            order.items().forEach(item -> outcomes.append(solved(weights, item) ? '1' : '0'));
            listener.ran(new ItemRun(order.number(), order.program(), order.items(), outcomes.toString()));
        }
    }

    private static boolean solved(double[][] weights, int item) {
        int own = item % PARENTS;
        double skill = weights[2][own] + weights[4][own];
        double harm = 0;
        for (int parent = 0; parent < PARENTS; parent++) {
            harm += parent == own ? 0 : .4 * (weights[1][parent] + weights[3][parent]);
            harm += .1 * Math.max(0, weights[2][parent] + weights[4][parent] - 2);
        }
        return skill - harm > 2 * Draws.of(item, 0, "difficulty").nextDouble();
    }

    /** The share of all items that a program solves. */
    public double truth(Program program) {
        double[][] weights = weights(program);
        int solved = 0;
        for (int item = 0; item < PARENTS * ITEMS_OF_A_TASK; item++) {
            solved += solved(weights, item) ? 1 : 0;
        }
        return (double) solved / (PARENTS * ITEMS_OF_A_TASK);
    }

    /** Refuses a program of one species, as a merge whose numbers are not finite is refused. */
    public MergeMaker refusing(String text) {
        return program -> {
            if (program.text().contains(text)) {
                throw new InvalidInputException(
                        "The merge", List.of(new Fault("lm_head.weight", "element 0 becomes Infinity")));
            }
            return describe(program);
        };
    }
}

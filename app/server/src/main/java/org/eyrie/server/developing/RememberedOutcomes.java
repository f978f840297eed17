package org.eyrie.server.developing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eyrie.develop.port.MergeEvaluator;
import org.eyrie.develop.port.MergeMaker;
import org.eyrie.llama.forward.FailedEvaluationException;
import org.eyrie.llama.items.BenchmarkItem;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.development.FailedRun;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.MergeEffect;
import org.eyrie.model.development.RunOrder;
import org.eyrie.program.Program;
import org.eyrie.task.Progress;

/** Remembers what merges did and solved, as a comparison of searches tries many of them again and again. */
final class RememberedOutcomes implements MergeEvaluator, MergeMaker {

    private static final byte UNKNOWN = -1;

    private final MergeRuns runs;
    private final List<BenchmarkItem> items;
    private final MergeMaker maker;
    private final Map<String, byte[]> outcomes = new ConcurrentHashMap<>();
    private final Map<String, MergeEffect> effects = new ConcurrentHashMap<>();

    RememberedOutcomes(ParentWeights weights, DevelopmentItems items, MergeMaker maker) {
        this.runs = new MergeRuns(weights);
        this.items = items.questions();
        this.maker = maker;
    }

    @Override
    public MergeEffect describe(Program program) {
        return effects.computeIfAbsent(program.text(), text -> maker.describe(program));
    }

    @Override
    public void run(
            List<RunOrder> orders,
            List<Program> programs,
            Progress progress,
            Consumer<ItemRun> done,
            Consumer<FailedRun> failed) {
        for (int i = 0; i < orders.size(); i++) {
            RunOrder order = orders.get(i);
            try {
                done.accept(new ItemRun(
                        order.number(),
                        order.program(),
                        order.items(),
                        outcomes(programs.get(i), order.items(), progress)));
            } catch (InvalidInputException | FailedEvaluationException e) {
                failed.accept(new FailedRun(order.number(), order.program(), String.valueOf(e.getMessage())));
            }
        }
    }

    /** A character for each of the items at these places. */
    String outcomes(Program program, List<Integer> places, Progress progress) {
        byte[] known = outcomes.computeIfAbsent(program.text(), text -> {
            byte[] none = new byte[items.size()];
            Arrays.fill(none, UNKNOWN);
            return none;
        });
        synchronized (known) {
            List<Integer> missing = new ArrayList<>();
            for (int place : places) {
                if (known[place] == UNKNOWN) {
                    missing.add(place);
                }
            }
            if (!missing.isEmpty()) {
                boolean[] solved =
                        runs.solved(program, missing.stream().map(items::get).toList(), progress);
                for (int i = 0; i < solved.length; i++) {
                    known[missing.get(i)] = (byte) (solved[i] ? 1 : 0);
                }
            }
            StringBuilder text = new StringBuilder();
            for (int place : places) {
                text.append(known[place]);
            }
            return text.toString();
        }
    }
}

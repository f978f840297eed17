package org.eyrie.server.developing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.llama.forward.LlamaModel;
import org.eyrie.llama.items.BenchmarkItem;
import org.eyrie.llama.items.ExactMatch;
import org.eyrie.program.Program;
import org.eyrie.task.Progress;

/** Asks programs that are chosen already the items that nobody chose by. */
public final class FinalTest {

    private static final double NINETY_FIVE = 1.96;

    private final ParentWeights weights;
    private final List<BenchmarkItem> items;
    private final ExactMatch match;

    public FinalTest(ParentWeights weights, TestItems items) {
        this.weights = weights;
        this.items = items.questions();
        this.match = new ExactMatch("test items", items.questions(), weights.base());
    }

    /** Which test items a program solves, in their order. */
    public boolean[] solved(Program program, Progress progress) {
        MergedTensors tensors = MergedTensors.of(weights, program, progress);
        return match.solvedBy(new LlamaModel(program.id(), weights.base().shape(), tensors));
    }

    /** The scores of programs, in their order. */
    public List<TestScore> of(List<String> programs, Progress progress) {
        List<TestScore> scores = new ArrayList<>();
        for (String text : programs) {
            progress.at("test", scores.size(), programs.size());
            progress.check();
            Program program = Program.parse(text);
            scores.add(score(program.id(), text, solved(program, progress)));
        }
        return scores;
    }

    /** The score that outcomes make. */
    public TestScore score(String id, String text, boolean[] solved) {
        Map<String, int[]> tasks = new LinkedHashMap<>();
        for (int i = 0; i < solved.length; i++) {
            int[] counts = tasks.computeIfAbsent(items.get(i).task(), task -> new int[2]);
            counts[0] += solved[i] ? 1 : 0;
            counts[1]++;
        }
        double share = 0;
        double variance = 0;
        for (int[] counts : tasks.values()) {
            double own = (double) counts[0] / counts[1];
            share += own / tasks.size();
            variance += own * (1 - own) / counts[1] / tasks.size() / tasks.size();
        }
        double sd = Math.sqrt(variance);
        return new TestScore(
                id,
                text,
                solved.length,
                share,
                sd,
                Math.max(0, share - NINETY_FIVE * sd),
                Math.min(1, share + NINETY_FIVE * sd));
    }
}

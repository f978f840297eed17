package org.eyrie.server.developing;

import java.util.ArrayList;
import java.util.List;
import org.eyrie.llama.items.BenchmarkItem;
import org.eyrie.program.Program;
import org.eyrie.task.Progress;

/** Asks programs that are chosen already the items that nobody chose by. */
public final class FinalTest {

    private final MergeRuns runs;
    private final List<BenchmarkItem> items;

    public FinalTest(ParentWeights weights, TestItems items) {
        this.runs = new MergeRuns(weights);
        this.items = items.questions();
    }

    /** The scores of programs, in their order. */
    public List<TestScore> of(List<String> programs, Progress progress) {
        List<TestScore> scores = new ArrayList<>();
        for (String text : programs) {
            progress.at("test", scores.size(), programs.size());
            progress.check();
            Program program = Program.parse(text);
            scores.add(score(program, runs.solved(program, items, progress)));
        }
        return scores;
    }

    private TestScore score(Program program, boolean[] solved) {
        StringBuilder outcomes = new StringBuilder();
        for (boolean one : solved) {
            outcomes.append(one ? '1' : '0');
        }
        return TestScore.of(program, items.stream().map(BenchmarkItem::task).toList(), outcomes.toString());
    }
}

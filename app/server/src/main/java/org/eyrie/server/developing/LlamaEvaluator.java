package org.eyrie.server.developing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eyrie.develop.port.MergeEvaluator;
import org.eyrie.develop.port.RunListener;
import org.eyrie.llama.forward.FailedEvaluationException;
import org.eyrie.llama.items.BenchmarkItem;
import org.eyrie.llama.items.ExactMatch;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.development.FailedRun;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.RunOrder;
import org.eyrie.program.Program;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;

/** Makes merges in memory and asks the small Llama the ordered items, a merge a core. */
public final class LlamaEvaluator implements MergeEvaluator {

    private final MergeRuns runs;
    private final List<BenchmarkItem> items;
    private final int threads;

    /**
     * For searches over these parents and items.
     *
     * @param threads how many merges are evaluated at once
     */
    public LlamaEvaluator(ParentWeights weights, DevelopmentItems items, int threads) {
        this.runs = new MergeRuns(weights);
        this.items = items.questions();
        this.threads = threads;
        // Refuses items that are no tokens of this model before anything is paid for.
        new ExactMatch("development items", this.items, weights.base());
    }

    @Override
    public void run(List<RunOrder> orders, List<Program> programs, Progress progress, RunListener listener) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < orders.size(); i++) {
                RunOrder order = orders.get(i);
                Program program = programs.get(i);
                running.add(pool.submit(() -> run(order, program, progress, listener)));
            }
            for (Future<?> future : running) {
                future.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("Interrupted.");
        } finally {
            pool.shutdownNow();
        }
    }

    private void run(RunOrder order, Program program, Progress progress, RunListener listener) {
        progress.check();
        if (!listener.goesOn()) {
            return;
        }
        String outcomes;
        try {
            outcomes = outcomes(program, order.items(), progress);
        } catch (InvalidInputException e) {
            listener.failed(new FailedRun(order.number(), order.program(), String.valueOf(e.getMessage())));
            return;
        } catch (FailedEvaluationException e) {
            listener.failed(new FailedRun(
                    order.number(),
                    order.program(),
                    "Its logits are not finite: its weights are too large. Smaller ones may do."));
            return;
        }
        listener.ran(new ItemRun(order.number(), order.program(), order.items(), outcomes));
    }

    /** A character for each item: solved or not. */
    private String outcomes(Program program, List<Integer> asked, Progress progress) {
        boolean[] solved = runs.solved(program, asked.stream().map(items::get).toList(), progress);
        StringBuilder text = new StringBuilder();
        for (boolean one : solved) {
            text.append(one ? '1' : '0');
        }
        return text.toString();
    }
}

package org.eyrie.lrmf.learning;

import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.eyrie.lrmf.crowd.CrowdLearning;
import org.eyrie.lrmf.crowd.LearnedCrowd;
import org.eyrie.lrmf.observation.ColumnParameters;
import org.eyrie.lrmf.observation.ScoreScale;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;

/**
 * The crowd. It need not know the field, whose sweeps leave cores without work: so it is learned meanwhile, by threads of its own,
 * one a core, with the same digits. In the common pool it would be left to all cores but one once the sweeps are through, since
 * who waits for it then does not help. Closing ends what is still being learned.
 */
final class CrowdMeanwhile implements AutoCloseable {

    private final Problem problem;
    private final LrmfSettings settings;
    private final Progress progress;
    private final ForkJoinPool pool;
    private final Optional<ForkJoinTask<LearnedCrowd>> task;
    private volatile boolean isAwaited;
    private volatile boolean isClosed;

    private CrowdMeanwhile(Problem problem, ColumnParameters columns, LrmfSettings settings, Progress progress) {
        this.problem = problem;
        this.settings = settings;
        this.progress = progress;
        this.pool = new ForkJoinPool(Runtime.getRuntime().availableProcessors());
        boolean early = columns.hasOwn() && !problem.labels().isEmpty();
        this.task = early ? Optional.of(pool.submit(this::learn)) : Optional.empty();
    }

    /**
     * Begins.
     *
     * @param columns of the fit, as it starts
     * @param progress may end it, and is told of it once it is waited for
     */
    static CrowdMeanwhile begin(Problem problem, ColumnParameters columns, LrmfSettings settings, Progress progress) {
        return new CrowdMeanwhile(problem, columns, settings, progress);
    }

    /**
     * Waits for it.
     *
     * @throws CancelledException if the fit was cancelled
     */
    LearnedCrowd learned() {
        isAwaited = true;
        return task.orElseGet(() -> pool.submit(this::learn)).join();
    }

    private LearnedCrowd learn() {
        Progress own = Progress.of(
                (step, done, total) -> {
                    if (isAwaited) {
                        progress.at(step, done, total);
                    }
                },
                () -> isClosed || progress.cancelled());
        return CrowdLearning.learn(problem, new ScoreScale(settings.margin()), settings.seed(), own);
    }

    /** Nobody learns any more when this has returned. */
    @Override
    public void close() {
        isClosed = true;
        task.ifPresent(ForkJoinTask::quietlyJoin);
        pool.shutdown();
    }
}

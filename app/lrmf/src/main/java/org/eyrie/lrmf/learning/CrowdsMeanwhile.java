package org.eyrie.lrmf.learning;

import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.eyrie.lrmf.crowd.Crowd;
import org.eyrie.lrmf.crowd.CrowdLearning;
import org.eyrie.lrmf.observation.ColumnParameters;
import org.eyrie.lrmf.observation.ObservedCells;
import org.eyrie.lrmf.observation.ScoreScale;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;

/**
 * The crowd of all models and that of the past. Neither needs to know the field, whose sweeps leave cores without work: so they are
 * learned meanwhile, in the common pool, with the same digits. Closing ends what is still being learned.
 */
final class CrowdsMeanwhile implements AutoCloseable {

    /** Larger ones are learned when they are asked for: their tables would stand in memory beside those of the sweeps. */
    private static final int MOST_MODELS = 100_000;

    private final Problem problem;
    private final LrmfSettings settings;
    private final Progress progress;
    private final double[] periods;
    private final Optional<ForkJoinTask<Crowds>> task;
    private volatile boolean isAwaited;
    private volatile boolean isClosed;

    /**
     * What was learned; either is empty where there are no names or too few models.
     *
     * @param whole from all
     * @param past from the models before the first of the {@linkplain PastCut#periods periods}
     */
    record Crowds(Crowd whole, Crowd past) {}

    private CrowdsMeanwhile(
            ObservedCells cells, Problem problem, ColumnParameters columns, LrmfSettings settings, Progress progress) {
        this.problem = problem;
        this.settings = settings;
        this.progress = progress;
        this.periods = PastCut.periods(cells, problem.traits().uploadedDay());
        boolean early = columns.hasOwn() && !problem.labels().isEmpty() && cells.models() <= MOST_MODELS;
        this.task = early ? Optional.of(ForkJoinPool.commonPool().submit(this::learn)) : Optional.empty();
    }

    /**
     * Begins.
     *
     * @param columns of the fit, as it starts
     * @param progress may end it, and is told of it once it is waited for
     */
    static CrowdsMeanwhile begin(
            ObservedCells cells, Problem problem, ColumnParameters columns, LrmfSettings settings, Progress progress) {
        return new CrowdsMeanwhile(cells, problem, columns, settings, progress);
    }

    /**
     * Waits for them.
     *
     * @throws CancelledException if the fit was cancelled
     */
    Crowds learned() {
        isAwaited = true;
        return task.isPresent() ? task.get().join() : learn();
    }

    private Crowds learn() {
        Progress own = Progress.of(
                (step, done, total) -> {
                    if (isAwaited) {
                        progress.at(step, done, total);
                    }
                },
                () -> isClosed || progress.cancelled());
        ScoreScale scale = new ScoreScale(settings.margin());
        Crowd whole = CrowdLearning.learn(problem, scale, settings.seed(), own);
        if (whole.isEmpty() || periods.length == 0) {
            return new Crowds(whole, Crowd.none());
        }
        double[] day = problem.traits().uploadedDay();
        int[] model = problem.observations().model();
        Problem past = problem.without(c -> day[model[c]] >= periods[0]);
        return new Crowds(whole, CrowdLearning.ofOthers(past, scale, settings.seed(), own));
    }

    /** Nobody learns any more when this has returned. */
    @Override
    public void close() {
        isClosed = true;
        task.ifPresent(ForkJoinTask::quietlyJoin);
    }
}

package org.eyrie.engine.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.eyrie.engine.ask.AskedBenchmarks;
import org.eyrie.model.Fit;
import org.eyrie.model.FitId;
import org.eyrie.model.Model;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.Stores;
import org.jspecify.annotations.Nullable;

/** Reads the board when something was written or fitted since it was last read, and answers from memory otherwise. */
public final class Boards {

    /** How many rows one answer has at most. */
    public static final int MOST_ROWS = 10_000;

    /** Longer than the predictions of any fit take to be written. */
    private static final Duration WRITING = Duration.ofMinutes(3);

    /** How long an answer may be behind meanwhile. */
    private static final Duration GLANCE = Duration.ofSeconds(5);

    private final Stores stores;
    private final Clock clock;
    private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();

    /** @param clock tells how old a fit is */
    public Boards(Stores stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    /**
     * A part of the board.
     *
     * @param offset how many rows to pass over
     * @param limit how many to answer at most
     * @throws org.eyrie.model.UnknownBenchmarkException if a chosen benchmark is unknown
     */
    public BoardPage page(BoardQuestion question, int offset, int limit) {
        if (!question.benchmarks().isEmpty()) {
            AskedBenchmarks.among(stores.scores().benchmarks()).wanted(question.benchmarks());
        }
        return board().page(question, offset, limit);
    }

    /**
     * Models whose ids have some words, in any order and case, the one most likely meant first; where there is none,
     * those nearest to it.
     */
    public FoundModels search(String text, int offset, int limit) {
        return board().search(text, offset, limit);
    }

    /** How measured scores compare to what is predicted without them, by benchmark, the most measured first. */
    public List<CalibrationRow> calibration() {
        List<Model> models = stores.lineage().everything().models();
        return CalibrationRow.of(
                stores.scores().all(),
                stores.fits().predictions(models.stream().map(Model::id).toList()));
    }

    private Board board() {
        long version = stores.facts().version();
        Fit fit = stores.fits().all().stream().findFirst().orElse(null);
        FitId id = fit == null ? null : fit.id();
        Kept last = kept.get();
        if (last != null && last.version == version && Objects.equals(last.fit, id) && isCurrent(last, fit)) {
            return last.board;
        }
        Neighbourhood graph = stores.lineage().everything();
        Board board = new Board(
                graph,
                stores.scores().all(),
                fit == null
                        ? List.of()
                        : stores.fits()
                                .predictions(
                                        graph.models().stream().map(Model::id).toList()),
                id,
                fit != null && fit.dataVersion() != version);
        kept.set(new Kept(version, id, clock.instant(), board));
        return board;
    }

    // A fit is there before its predictions are: what was read just after may lack some.
    private boolean isCurrent(Kept last, @Nullable Fit fit) {
        return fit == null
                || last.read.isAfter(fit.createdAt().plus(WRITING))
                || last.read.isAfter(clock.instant().minus(GLANCE));
    }

    private record Kept(long version, @Nullable FitId fit, Instant read, Board board) {}
}

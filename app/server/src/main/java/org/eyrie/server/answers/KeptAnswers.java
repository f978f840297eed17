package org.eyrie.server.answers;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eyrie.model.GraphState;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.Page;
import org.eyrie.model.TooBusyException;
import org.eyrie.task.CancelledException;
import org.jspecify.annotations.Nullable;

/**
 * Answers in memory, under the question and the state of the graph that they were worked out from; what belongs to a state
 * that is gone falls out by itself. An answer that many want at once is worked out once.
 */
public final class KeptAnswers {

    /** Rows of all answers together; a row is a kilobyte at most, most are less. */
    private static final long MOST_ROWS = 60_000;

    /** Who edits the graph with Cypher and does not count its version up waits so long at most. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int QUEUE = 64;
    private static final Duration PATIENCE = Duration.ofMillis(800);

    private final StateLook look;
    private final AnswerCounts counts = new AnswerCounts();
    private final Gate gate = new Gate(Math.max(2, Runtime.getRuntime().availableProcessors()), QUEUE, PATIENCE);
    private final AsyncCache<Key, Object> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_ROWS)
            .weigher((Key key, Object answer) -> rows(answer))
            .expireAfterWrite(LONGEST)
            .executor(Runnable::run)
            .buildAsync();

    /** @param state a cheap look at what answers depend on */
    public KeptAnswers(Supplier<GraphState> state) {
        this.look = new StateLook(state);
    }

    /** How many answers came from where. */
    public AnswerCounts counts() {
        return counts;
    }

    /** What answers depend on, as it is at some moment after the call. */
    public GraphState state() {
        return look.now();
    }

    /**
     * The answer that is kept, or a new one.
     *
     * @param state what {@link #state} just said
     * @param question equal for equal questions, the day among it where it matters
     * @param stillWanted asked before the work begins, which may be a moment later
     * @param answer works it out; what it gives must not be changed by anybody
     * @throws org.eyrie.model.TooBusyException if others work on theirs, and too many wait
     * @throws CancelledException if nobody wants it any more
     */
    public <T> T of(GraphState state, Object question, BooleanSupplier stillWanted, Supplier<T> answer) {
        Key key = new Key(state, question);
        CompletableFuture<Object> mine = new CompletableFuture<>();
        CompletableFuture<Object> known = kept.asMap().putIfAbsent(key, mine);
        if (known == null) {
            return worksOut(key, mine, stillWanted, answer);
        }
        counts.countKept();
        Object found = awaited(known);
        if (found instanceof Failed failed) {
            if (failed.why() instanceof CancelledException && stillWanted.getAsBoolean()) {
                return of(state, question, stillWanted, answer); // the other one left, this one is still here
            }
            throw Failure.of(failed.why());
        }
        @SuppressWarnings("unchecked") // one kind of question has one kind of answer
        T typed = (T) found;
        return typed;
    }

    private static Object awaited(CompletableFuture<Object> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("The service ends.");
        } catch (ExecutionException e) {
            throw Failure.of(e.getCause());
        }
    }

    private <T> T worksOut(Key key, CompletableFuture<Object> mine, BooleanSupplier stillWanted, Supplier<T> answer) {
        try {
            T found = gate.pass(() -> {
                if (!stillWanted.getAsBoolean()) {
                    throw new CancelledException("Nobody waits for the answer any more.");
                }
                return answer.get();
            });
            if (!look.now().equals(key.state())) {
                kept.asMap().remove(key, mine); // it may be of the newer state, and the older one may come back
            }
            counts.countWorkedOut();
            mine.complete(found);
            return found;
        } catch (RuntimeException | Error failure) {
            if (failure instanceof TooBusyException) {
                counts.countRefused();
            }
            kept.asMap().remove(key, mine); // the next one asks anew
            mine.complete(new Failed(failure));
            throw failure;
        }
    }

    private static int rows(@Nullable Object answer) {
        if (answer instanceof Collection<?> rows) {
            return 1 + rows.size();
        }
        if (answer instanceof Page<?> page) {
            return 1 + page.rows().size();
        }
        if (answer instanceof Neighbourhood part) {
            return 1 + part.models().size() + part.derivations().size();
        }
        return 1;
    }

    /** What those who wait for somebody else's answer get in place of one. */
    private record Failed(Throwable why) {}

    private record Key(GraphState state, Object question) {}
}

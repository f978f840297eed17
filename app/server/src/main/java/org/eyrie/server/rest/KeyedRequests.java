package org.eyrie.server.rest;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eyrie.model.EyrieException;
import org.eyrie.model.KeyReusedException;
import org.eyrie.model.RequestUnderWayException;
import org.eyrie.model.job.KeyedRequest;
import org.eyrie.model.job.RequestStore;
import org.eyrie.server.job.RunName;
import org.eyrie.server.stores.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a request with an {@code Idempotency-Key} once, however often it is sent within a day, by whichever service, and
 * answers it the same each time. What failed is not kept: sent again, it is tried again.
 */
@Singleton
final class KeyedRequests {

    static final String HEADER = "Idempotency-Key";

    /** Says that an answer is that of an earlier time. */
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Logger LOG = LoggerFactory.getLogger(KeyedRequests.class);

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final RequestStore store;
    private final String run = RunName.fresh();
    private final AtomicLong last = new AtomicLong();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    KeyedRequests(Session session) {
        this.store = session.requests();
    }

    /** The key of a request; null where it has none. Faults are told to the inputs. */
    static @Nullable String key(HttpRequest<?> request, Inputs inputs) {
        String key = request.getHeaders().get(HEADER);
        if (key != null && !KEY.matcher(key).matches()) {
            inputs.fault(HEADER, "It must be 1 to 200 printable characters without blanks, such as a UUID.");
            return null;
        }
        return key;
    }

    /**
     * Does the work, or gives what it gave before.
     *
     * @param key null where the client gave none: then it is done each time
     * @param question equal for equal requests
     * @throws KeyReusedException if another request had the key
     * @throws RequestUnderWayException if the same is being done
     */
    Outcome once(HttpRequest<?> request, @Nullable String key, String question, Supplier<String> work) {
        if (key == null) {
            return new Outcome(work.get(), false);
        }
        KeyedRequest mine = new KeyedRequest(
                AccessFilter.who(request) + "\n" + key, question, run + "|" + last.incrementAndGet(), null);
        underWay.add(mine.owner());
        try {
            return once(key, mine, work);
        } finally {
            underWay.remove(mine.owner());
        }
    }

    private Outcome once(String key, KeyedRequest mine, Supplier<String> work) {
        KeyedRequest kept = store.claim(mine, null);
        if (!kept.question().equals(mine.question())) {
            throw new KeyReusedException(key);
        }
        if (kept.answer() == null && isGone(kept.owner())) {
            kept = store.claim(mine, kept.owner());
        }
        String answer = kept.answer();
        if (answer != null) {
            return new Outcome(answer, true);
        }
        if (!kept.owner().equals(mine.owner())) {
            throw new RequestUnderWayException(key);
        }
        return new Outcome(done(mine, work), false);
    }

    private boolean isGone(String owner) {
        return owner.startsWith(run) ? !underWay.contains(owner) : RunName.isGone(owner);
    }

    private String done(KeyedRequest mine, Supplier<String> work) {
        String answer;
        try {
            answer = work.get();
        } catch (RuntimeException | Error failed) {
            quietly(() -> store.release(mine));
            throw failed;
        }
        quietly(() -> store.answer(mine, answer));
        return answer;
    }

    // What was done is done, and is answered, whether or not its key could be kept.
    private static void quietly(Runnable keeping) {
        try {
            keeping.run();
        } catch (EyrieException unanswered) {
            LOG.warn("What came of a request could not be kept under its key: {}", unanswered.getMessage());
        }
    }

    /**
     * What came of a request.
     *
     * @param again whether it was done an earlier time
     */
    record Outcome(String answer, boolean again) {

        <T> MutableHttpResponse<T> mark(MutableHttpResponse<T> response) {
            return again ? response.header(REPLAYED, "true") : response;
        }
    }
}

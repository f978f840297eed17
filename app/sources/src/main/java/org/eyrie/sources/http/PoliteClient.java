package org.eyrie.sources.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.eyrie.model.RegistryUnavailableException;
import org.eyrie.task.Progress;

/**
 * Asks servers within reach, one request at a time, and again where that may help: after a broken connection or an
 * answer of 408, 500, 502 or 504 only what may be repeated, after 429 and 503 everything, because there the server
 * says that it did nothing. Waits as long as the server says, else by {@link Backoff}.
 */
public final class PoliteClient {

    private static final int MAX_REDIRECTS = 5;

    private final Reach reach;
    private final Origin home;
    private final Credentials credentials;
    private final HttpLimits limits;
    private final RateWindow window;
    private final InstantSource clock;
    private final Pauses pauses;
    private final Backoff backoff;
    private final Wire wire;

    /**
     * @param home the server that gets the credentials
     * @param reach every server that may be contacted, {@code home} among them
     * @param window how many requests are sent in a time
     */
    public PoliteClient(URI home, Reach reach, Credentials credentials, RateWindow window, ClientSettings settings) {
        this.home = Origin.of(home);
        this.reach = reach;
        this.credentials = credentials;
        this.limits = settings.limits();
        this.window = window;
        this.clock = settings.clock();
        this.pauses = settings.pauses();
        this.backoff = new Backoff(limits.firstDelay(), limits.longestDelay(), settings.random());
        this.wire = new Wire(limits);
    }

    /**
     * The answer, whatever its status, unless asking again might have helped and did not.
     *
     * @throws RegistryUnavailableException if there is none after every attempt, if the server asks to wait longer
     *     than allowed, or if it redirects out of reach
     * @throws BodyTooLongException if the answer is too long
     * @throws org.eyrie.task.CancelledException if it was cancelled
     */
    public Reply send(Call call, Progress progress) throws BodyTooLongException {
        reach.check(call.uri());
        for (int attempt = 1; ; attempt++) {
            waitForTurn(call, progress);
            Optional<Duration> hint = Optional.empty();
            String trouble;
            IOException cause = null;
            try {
                Reply reply = follow(call, progress);
                WaitHint.ifUsedUp(reply.headers())
                        .ifPresent(wait -> window.closeUntil(clock.instant().plus(wait)));
                if (!mayHelpToRepeat(reply.status(), call.repeatable())) {
                    return reply;
                }
                hint = WaitHint.in(reply.headers(), clock.instant());
                trouble = "answered " + reply.status();
            } catch (BodyTooLongException e) {
                throw e;
            } catch (IOException e) {
                trouble = "did not answer: "
                        + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
                cause = e;
            }
            if (attempt == limits.attempts() || (cause != null && !call.repeatable())) {
                throw new RegistryUnavailableException(
                        call + " " + trouble + " (attempt " + attempt + " of " + limits.attempts()
                                + "). Check the address and the network, or try again later",
                        cause);
            }
            int tried = attempt;
            pause(call, hint.orElseGet(() -> backoff.after(tried)), progress);
        }
    }

    private static boolean mayHelpToRepeat(int status, boolean repeatable) {
        return switch (status) {
            case 429, 503 -> true;
            case 408, 500, 502, 504 -> repeatable;
            default -> false;
        };
    }

    private void waitForTurn(Call call, Progress progress) {
        for (Duration wait = window.enter(clock.instant()); !wait.isZero(); wait = window.enter(clock.instant())) {
            pause(call, wait, progress);
        }
    }

    private void pause(Call call, Duration wait, Progress progress) {
        if (wait.compareTo(limits.longestWait()) > 0) {
            throw new RegistryUnavailableException(
                    call + ": the server asks to wait " + wait.toSeconds() + " s, more than the "
                            + limits.longestWait().toSeconds() + " s that are allowed. Try again after that time",
                    null);
        }
        pauses.pause(wait, progress);
    }

    private Reply follow(Call first, Progress progress) throws IOException {
        Call call = first;
        for (int hops = 0; hops <= MAX_REDIRECTS; hops++) {
            Reply reply =
                    wire.send(request(call), call.maxBody() == null ? limits.maxBody() : call.maxBody(), progress);
            Optional<URI> target = Redirect.target(call, reply);
            if (target.isEmpty()) {
                return reply;
            }
            call = call.at(Redirect.checked(call, target.get(), reach));
        }
        throw new RegistryUnavailableException(first + " redirects more than " + MAX_REDIRECTS + " times", null);
    }

    private HttpRequest request(Call call) {
        HttpRequest.Builder builder =
                call.builder().timeout(limits.answer()).setHeader("User-Agent", "eyrie (lineage of language models)");
        if (Origin.of(call.uri()).equals(home)) {
            credentials.header().ifPresent(value -> builder.setHeader("Authorization", value));
        }
        return builder.build();
    }
}

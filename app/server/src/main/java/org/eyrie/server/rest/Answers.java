package org.eyrie.server.rest;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.eyrie.engine.ask.Asking;
import org.eyrie.model.Fit;
import org.eyrie.model.FitId;
import org.eyrie.model.GraphState;
import org.eyrie.model.Stores;
import org.eyrie.server.answers.AnswerCounts;
import org.eyrie.server.answers.KeptAnswers;
import org.eyrie.server.tracing.Spans;

/**
 * Answers to requests that only read: out of memory while they hold, worked out otherwise, and not sent where the client
 * has them. They depend on the latest fit, the version of the facts, the question, and the day, since what is planned would
 * be published on it; the tag of an answer is made of these.
 */
@Singleton
final class Answers {

    /** Where a request carries the tag of its answer to {@link TagFilter}. */
    static final String TAG = "org.eyrie.answer-tag";

    private final KeptAnswers kept;
    private final Clock clock;
    private final Warming warming;
    private final Spans spans;

    Answers(Stores stores, Asking asking, Clock clock, Spans spans) {
        this.spans = spans;
        this.kept = new KeptAnswers(stores.fits()::state);
        this.clock = clock;
        this.warming = new Warming(() -> asking.warmUp(stores));
    }

    /** How many answers came from where. */
    AnswerCounts counts() {
        return kept.counts();
    }

    /** The answer to a request without a body. */
    <T> T of(HttpRequest<?> request, Supplier<T> answer) {
        return tagged(request, request.getUri().toString(), answer);
    }

    /**
     * What the answer to a request without a body is a part of.
     *
     * @param question equal for requests about the same whole
     */
    <T> T whole(HttpRequest<?> request, Object question, Supplier<T> answer) {
        return tagged(request, question, answer);
    }

    private <T> T tagged(HttpRequest<?> request, Object question, Supplier<T> answer) {
        GraphState state = state();
        LocalDate day = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        String tag = tag(state, day, request.getUri().toString());
        request.setAttribute(TAG, tag);
        if (has(request, tag)) {
            throw new HttpStatusException(HttpStatus.NOT_MODIFIED, "");
        }
        return kept.of(state, new Asked(question, day), () -> isThere(request), told(request, answer));
    }

    /**
     * The answer to a request with a body.
     *
     * @param body equal for equal bodies
     */
    <T> T of(HttpRequest<?> request, Object body, Supplier<T> answer) {
        LocalDate day = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        Question question = new Question(request.getUri().toString(), body);
        return kept.of(state(), new Asked(question, day), () -> isThere(request), told(request, answer));
    }

    /** Who hears of it hears the name that the description gives the operation. */
    private <T> Supplier<T> told(HttpRequest<?> request, Supplier<T> answer) {
        if (spans == Spans.NONE) {
            return answer;
        }
        String name = RouteAttributes.getRouteInfo(request)
                .filter(MethodBasedRouteInfo.class::isInstance)
                .map(route ->
                        ((MethodBasedRouteInfo<?, ?>) route).getTargetMethod().getMethodName())
                .orElse("answer");
        return () -> spans.within(name, answer);
    }

    private GraphState state() {
        GraphState state = kept.state();
        warming.seen(state.fit().map(Fit::id).orElse(null));
        return state;
    }

    private static String tag(GraphState state, LocalDate day, String question) {
        Optional<FitId> fit = state.fit().map(Fit::id);
        return "\"" + fit.map(id -> Integer.toHexString(id.hashCode())).orElse("0") + "-" + state.dataVersion() + "-"
                + day.toEpochDay() + "-" + Integer.toHexString(question.hashCode()) + "\"";
    }

    private static boolean has(HttpRequest<?> request, String tag) {
        for (String header : request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH)) {
            for (String known : header.split(",", -1)) {
                String plain = known.strip();
                if (tag.equals(plain.startsWith("W/") ? plain.substring(2) : plain)) {
                    return true;
                }
            }
        }
        return false;
    }

    // Who closed the connection needs no answer, and nobody else should wait for it.
    private static boolean isThere(HttpRequest<?> request) {
        return !(request instanceof NettyHttpRequest<?> netty)
                || netty.getChannelHandlerContext().channel().isActive();
    }

    private record Question(String path, Object body) {}

    private record Asked(Object question, LocalDate day) {}
}

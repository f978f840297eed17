package org.eyrie.server.rest;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eyrie.model.StoreUnavailableException;
import org.eyrie.model.access.AccessScope;
import org.eyrie.model.access.AuditEntry;
import org.eyrie.server.access.Access;
import org.eyrie.server.access.Caller;
import org.eyrie.server.access.NotLetInException;
import org.eyrie.server.stores.Session;
import org.eyrie.sources.spi.ImportReport;

/** Asks for a token where tokens were given out, and keeps a record of who wrote what. */
@ServerFilter({Api.V1 + "/**", AccessFilter.FIGURES})
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccessFilter {

    /** Where Prometheus asks. */
    static final String FIGURES = "/prometheus";

    /** Where a request carries the number of the import that it became. */
    static final String IMPORT = "org.eyrie.import-number";

    private static final String WHO = "org.eyrie.who";
    private static final String BEARER = "Bearer ";

    /** Seconds: an issuer that did not answer is asked again after so long. */
    private static final String A_WHILE = "30";

    private static final String IMPORTS = Api.V1 + "/imports/";

    /** What is sent in order to ask. Everything else that is sent is taken to write. */
    private static final List<String> QUESTIONS = List.of(
            Api.V1 + "/screening",
            Api.V1 + "/next-evaluations",
            Api.V1 + "/next-items",
            Api.V1 + "/items",
            Api.V1 + "/predictions",
            Api.V1 + "/what-if",
            Api.V1 + "/queries/");

    private final Access access;
    private final Session session;
    private final Clock clock;
    private final RateLimit rate;
    private volatile boolean open;

    AccessFilter(Access access, Session session, Clock clock, RateLimit rate) {
        this.access = access;
        this.session = session;
        this.clock = clock;
        this.rate = rate;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> letIn(HttpRequest<?> request) {
        AccessScope needed = needed(request.getMethod(), request.getPath());
        if (needed == null) {
            return null;
        }
        if (isOpen(request)) {
            return slowed(request);
        }
        String header = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return challenge(
                    "A token is needed, as Authorization: Bearer ...; \"eyrie token create\" makes one"
                            + access.issuer()
                                    .map(name -> ", and " + name + " gives them out.")
                                    .orElse("."),
                    "",
                    request);
        }
        try {
            Caller caller = access.caller(token(header));
            if (!caller.may(needed)) {
                return refusal(
                        HttpStatus.FORBIDDEN,
                        "The token \"" + caller.name() + "\" allows " + caller.allowed() + "; this needs "
                                + needed.code() + ".",
                        request);
            }
            request.setAttribute(WHO, caller.name());
            return slowed(request);
        } catch (NotLetInException refused) {
            String why = String.valueOf(refused.getMessage());
            return refused.isPassing()
                    ? refusal(HttpStatus.SERVICE_UNAVAILABLE, why, request).header(HttpHeaders.RETRY_AFTER, A_WHILE)
                    : challenge(why, ", error=\"invalid_token\"", request);
        }
    }

    // What is no bearer's token is none that is known.
    private static String token(String header) {
        return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : "";
    }

    private static HttpResponse<?> challenge(String detail, String error, HttpRequest<?> request) {
        return refusal(HttpStatus.UNAUTHORIZED, detail, request)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"eyrie\"" + error);
    }

    // Figures say that the database is away: they must not be away themselves.
    private boolean isOpen(HttpRequest<?> request) {
        try {
            open = access.isOpen();
        } catch (StoreUnavailableException away) {
            if (!open || !request.getPath().equals(FIGURES)) {
                throw away;
            }
        }
        return open;
    }

    private @Nullable HttpResponse<?> slowed(HttpRequest<?> request) {
        long seconds = rate.wait(sender(request));
        return seconds == 0
                ? null
                : refusal(
                                HttpStatus.TOO_MANY_REQUESTS,
                                "That is more requests than one sender may send. Send the next one in " + seconds
                                        + " s.",
                                request)
                        .header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    }

    /** Whose request it is: that of a token, or of an address where nobody needs one. */
    static String sender(HttpRequest<?> request) {
        String who = who(request);
        return who.equals(AuditEntry.ANYBODY)
                ? request.getRemoteAddress().getAddress().getHostAddress()
                : who;
    }

    /** By whose token a request came. */
    static String who(HttpRequest<?> request) {
        return request.getAttribute(WHO, String.class).orElse(AuditEntry.ANYBODY);
    }

    @ResponseFilter
    void keep(HttpRequest<?> request, MutableHttpResponse<?> response) {
        AccessScope needed = needed(request.getMethod(), request.getPath());
        if (needed == null || needed == AccessScope.READ || request.getMethod() == HttpMethod.GET) {
            return;
        }
        if (request.getPath().endsWith("/leases")) {
            return; // workers ask every few seconds, and write nothing
        }
        if (response.status().getCode() < HttpStatus.BAD_REQUEST.getCode()) {
            session.access()
                    .record(new AuditEntry(
                            clock.instant(),
                            who(request),
                            request.getMethod() + " " + request.getUri(),
                            importNumber(request, response)));
        }
    }

    /** What a request needs; null for webhooks, which carry secrets of their own. */
    static @Nullable AccessScope needed(HttpMethod method, String path) {
        if (path.startsWith(Api.V1 + "/webhooks")) {
            return null;
        }
        if (path.startsWith(Api.V1 + "/audit") || method == HttpMethod.DELETE) {
            return AccessScope.ADMIN;
        }
        boolean asks = method == HttpMethod.GET || method == HttpMethod.HEAD || method == HttpMethod.OPTIONS;
        return asks || QUESTIONS.stream().anyMatch(path::startsWith) ? AccessScope.READ : AccessScope.INGEST;
    }

    private static @Nullable Long importNumber(HttpRequest<?> request, HttpResponse<?> response) {
        if (response.body() instanceof ImportReport report) {
            return report.number();
        }
        Optional<Long> made = request.getAttribute(IMPORT, Long.class);
        if (made.isPresent()) {
            return made.get();
        }
        String path = request.getPath();
        if (!path.startsWith(IMPORTS)) {
            return null;
        }
        try {
            return Long.valueOf(path.substring(IMPORTS.length()));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static MutableHttpResponse<ProblemDetails> refusal(
            HttpStatus status, String detail, HttpRequest<?> request) {
        return ProblemDetails.of(status, status.name(), detail, request.getPath(), List.of())
                .response();
    }
}

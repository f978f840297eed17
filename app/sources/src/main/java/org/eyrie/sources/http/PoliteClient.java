package org.eyrie.sources.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.eyrie.model.CancelledException;
import org.eyrie.model.Payload;
import org.eyrie.model.RegistryUnavailableException;

/**
 * Asks one registry, whose address is configured.
 *
 * <p>Waits as long as the server asks for, tries again where that helps, and reads no more than it must. Follows
 * redirects within the registry only: an answer must not be able to send requests, or a token, anywhere else.
 */
public final class PoliteClient {

    private static final int MAX_REDIRECTS = 5;
    private static final Set<Integer> TRY_AGAIN = Set.of(408, 425, 429, 500, 502, 503, 504);

    /** Lets time pass. */
    @FunctionalInterface
    public interface Sleeper {
        void sleep(Duration time) throws InterruptedException;
    }

    private final URI base;
    private final HttpSettings settings;
    private final BooleanSupplier cancelled;
    private final Sleeper sleeper;
    private final Patience patience;
    private final HttpClient client;

    /**
     * A client of one registry.
     *
     * @param base address of the registry, http or https, to which paths are relative
     * @param cancelled asked before every question and while waiting
     */
    public PoliteClient(
            URI base,
            HttpSettings settings,
            BooleanSupplier cancelled,
            InstantSource clock,
            RandomGenerator random,
            Sleeper sleeper) {
        if (base.getHost() == null || !Set.of("http", "https").contains(String.valueOf(base.getScheme()))) {
            throw new IllegalArgumentException(
                    "A registry's address must be such as https://huggingface.co, not " + base);
        }
        this.base = base;
        this.settings = settings;
        this.cancelled = cancelled;
        this.sleeper = sleeper;
        this.patience = new Patience(clock, random);
        this.client = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** An address within the registry: its base, and a path with or without query, encoded already. */
    public URI at(String path) {
        return URI.create(base.toString().replaceFirst("/+$", "") + path);
    }

    /** As {@link #send}, for a question without a body. */
    public Answer get(URI uri, Map<String, String> headers) {
        return send("GET", uri, headers, "");
    }

    /**
     * Asks until there is an answer.
     *
     * @param body empty for none
     * @throws RegistryUnavailableException if there is none, or one that must not be believed
     * @throws CancelledException if the job was cancelled
     */
    public Answer send(String method, URI uri, Map<String, String> headers, String body) {
        URI here = uri;
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            checkHost(here);
            Answer answer = patiently(method, here, headers, body);
            Optional<String> location = answer.headers().firstValue("Location");
            if (answer.status() < 300 || answer.status() >= 400 || answer.status() == 304 || location.isEmpty()) {
                return answer;
            }
            here = resolve(here, location.get());
        }
        throw new RegistryUnavailableException(uri + " redirects in circles", null);
    }

    private Answer patiently(String method, URI uri, Map<String, String> headers, String body) {
        String trouble = "";
        Throwable cause = null;
        for (int attempt = 1; attempt <= settings.attempts(); attempt++) {
            Optional<java.net.http.HttpHeaders> told = Optional.empty();
            checkCancelled();
            try {
                Answer answer = once(method, uri, headers, body);
                if (!TRY_AGAIN.contains(answer.status())) {
                    return answer;
                }
                trouble = "status " + answer.status();
                told = Optional.of(answer.headers());
            } catch (BoundedBody.TooLargeException e) {
                throw new RegistryUnavailableException(uri + ": " + e.getMessage(), e);
            } catch (IOException e) {
                trouble = String.valueOf(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
                cause = e;
            }
            if (attempt < settings.attempts()) {
                rest(patience.before(attempt, told));
            }
        }
        throw new RegistryUnavailableException(
                uri + " was asked " + settings.attempts() + " times and does not answer as it should (" + trouble
                        + "). Try again later",
                cause);
    }

    private Answer once(String method, URI uri, Map<String, String> headers, String body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(settings.timeout())
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .header("User-Agent", "eyrie");
        headers.forEach(request::setHeader);
        if (isRegistry(uri)) {
            settings.headers().forEach(request::setHeader);
        }
        CompletableFuture<HttpResponse<byte[]>> future =
                client.sendAsync(request.build(), info -> new BoundedBody(settings.maxBytes()));
        try {
            // The client's own timeout ends with the headers: a server that then drips would hold us for ever.
            HttpResponse<byte[]> response = future.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(uri, response.statusCode(), response.headers(), Payload.of(response.body()));
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new IOException("no answer within " + settings.timeout().toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("The question to " + uri + " was interrupted.");
        }
    }

    private void checkHost(URI uri) {
        boolean web = "https".equals(uri.getScheme())
                || String.valueOf(uri.getScheme()).equals(base.getScheme());
        boolean other = uri.getHost() != null && settings.otherHosts().contains(uri.getHost());
        if (!web || !(isRegistry(uri) || other)) {
            throw new RegistryUnavailableException(
                    base + " points to another place, " + uri.getScheme() + "://" + uri.getAuthority()
                            + ", which is not followed. Configure that host where it can be trusted",
                    null);
        }
    }

    private boolean isRegistry(URI uri) {
        return base.getAuthority().equals(uri.getAuthority())
                && String.valueOf(uri.getScheme()).equals(base.getScheme());
    }

    private static URI resolve(URI here, String location) {
        try {
            return here.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new RegistryUnavailableException(here + " redirects to no address", e);
        }
    }

    private void rest(Duration time) {
        Duration left = time;
        Duration slice = Duration.ofMillis(200);
        try {
            while (left.compareTo(Duration.ZERO) > 0) {
                checkCancelled();
                sleeper.sleep(left.compareTo(slice) < 0 ? left : slice);
                left = left.minus(slice);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("Waiting for " + base + " was interrupted.");
        }
    }

    private void checkCancelled() {
        if (cancelled.getAsBoolean()) {
            throw new CancelledException("Asking " + base + " was cancelled.");
        }
    }
}

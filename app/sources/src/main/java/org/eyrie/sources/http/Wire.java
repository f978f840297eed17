package org.eyrie.sources.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;

/** Sends one request and waits for the last byte of its answer, for so long and no longer. */
final class Wire {

    private final HttpClient client;
    private final HttpLimits limits;

    Wire(HttpLimits limits) {
        this.limits = limits;
        // HTTP/1.1: over plain text the upgrade to 2 confuses small servers, and one request at a time gains nothing.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.connect())
                .build();
    }

    /**
     * @throws BodyTooLongException if the body is longer than {@code maxBody}
     * @throws IOException if there is no whole answer in time
     */
    Reply send(HttpRequest request, int maxBody, Progress progress) throws IOException {
        // The client's own timeout ends with the headers; a body that trickles in would wait forever.
        long deadline = System.nanoTime() + limits.answer().toNanos();
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, BoundedBody.handler(maxBody));
        try {
            while (true) {
                progress.check();
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    throw new IOException(
                            "no whole answer within " + limits.answer().toSeconds() + " s");
                }
                HttpResponse<byte[]> response = withinSlice(answer, left);
                if (response != null) {
                    return new Reply(request.uri(), response.statusCode(), response.headers(), response.body());
                }
            }
        } catch (InterruptedException e) {
            throw Pauses.interrupted();
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } finally {
            answer.cancel(true);
        }
    }

    private static @Nullable HttpResponse<byte[]> withinSlice(CompletableFuture<HttpResponse<byte[]>> answer, long left)
            throws InterruptedException, ExecutionException {
        try {
            return answer.get(Math.min(left, Pauses.SLICE.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return null;
        }
    }

    private static IOException unwrapped(ExecutionException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLongException tooLong) {
                return tooLong;
            }
        }
        return failure.getCause() instanceof IOException io ? io : new IOException(failure.getCause());
    }
}

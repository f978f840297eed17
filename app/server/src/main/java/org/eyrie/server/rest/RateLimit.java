package org.eyrie.server.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How many requests a second a token may send, or an address where nobody needs one: {@code EYRIE_REQUESTS_PER_SECOND}, and
 * four times as many at once after a rest. No limit where that is not set.
 */
@Singleton
final class RateLimit {

    private static final int REST_SECONDS = 4;
    private static final int MOST_SENDERS = 10_000;

    private final double perSecond;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_SENDERS)
            .expireAfterAccess(Duration.ofMinutes(1))
            .executor(Runnable::run)
            .build();

    RateLimit(@Value("${eyrie.requests-per-second:0}") double perSecond) {
        this.perSecond = perSecond;
    }

    /** Seconds that a sender has to wait; 0 where the request may be answered, and counts. */
    long wait(String sender) {
        if (perSecond <= 0) {
            return 0;
        }
        return buckets.get(sender, name -> new Bucket(perSecond * REST_SECONDS)).take(perSecond);
    }

    /** Fills up as time goes by; a request takes one. */
    private static final class Bucket {

        private final double full;
        private double left;
        private long seen = System.nanoTime();

        Bucket(double full) {
            this.full = Math.max(1, full);
            this.left = this.full;
        }

        synchronized long take(double perSecond) {
            long now = System.nanoTime();
            left = Math.min(full, left + perSecond * (now - seen) / TimeUnit.SECONDS.toNanos(1));
            seen = now;
            if (left >= 1) {
                left--;
                return 0;
            }
            return (long) Math.ceil((1 - left) / perSecond);
        }
    }
}

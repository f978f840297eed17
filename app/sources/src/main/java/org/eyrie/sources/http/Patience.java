package org.eyrie.sources.http;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long to wait before asking again: as long as the server says, else twice as long each time, and somewhat more
 * or less, so that many clients do not come back at once.
 */
final class Patience {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(330);
    private static final Pattern RATE_LIMIT_RESET = Pattern.compile("(?:^|;|,)\\s*t=(\\d{1,9})");

    private final InstantSource clock;
    private final RandomGenerator random;

    Patience(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** @param attempt how often was asked already, from one */
    Duration before(int attempt, Optional<HttpHeaders> headers) {
        Duration told = headers.flatMap(this::told).orElse(Duration.ZERO);
        double jitter = 0.5 + random.nextDouble();
        long millis = (long) (FIRST.toMillis() * Math.pow(2, Math.min(attempt - 1, 10)) * jitter);
        Duration wait = told.isZero() ? Duration.ofMillis(millis) : told;
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private Optional<Duration> told(HttpHeaders headers) {
        return headers.firstValue("Retry-After").flatMap(this::retryAfter).or(() -> headers.firstValue("RateLimit")
                .flatMap(Patience::rateLimit));
    }

    private Optional<Duration> retryAfter(String value) {
        String text = value.strip();
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            ZonedDateTime when = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration until = Duration.between(clock.instant(), when.toInstant());
            return Optional.of(until.isNegative() ? Duration.ZERO : until);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> rateLimit(String value) {
        Matcher reset = RATE_LIMIT_RESET.matcher(value);
        return reset.find() ? Optional.of(Duration.ofSeconds(Long.parseLong(reset.group(1)))) : Optional.empty();
    }
}

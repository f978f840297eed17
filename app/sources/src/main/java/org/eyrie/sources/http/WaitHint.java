package org.eyrie.sources.http;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a server asks to be left alone: {@code Retry-After} in seconds or as a date (RFC 9110, 10.2.3), or the
 * {@code t=} of a {@code RateLimit} header such as {@code "api";r=0;t=243} once nothing remains.
 */
final class WaitHint {

    private static final Pattern RESET = Pattern.compile("(?:^|[;,\\s])t=(\\d{1,9})(?![\\d.])");
    private static final Pattern REMAINING = Pattern.compile("(?:^|[;,\\s])r=(\\d{1,18})(?![\\d.])");

    private WaitHint() {}

    /** What the headers ask for, the longer of the two; empty where they say nothing that can be understood. */
    static Optional<Duration> in(HttpHeaders headers, Instant now) {
        Optional<Duration> retryAfter =
                headers.firstValue("Retry-After").flatMap(value -> retryAfter(value.strip(), now));
        Optional<Duration> reset = headers.firstValue("RateLimit").flatMap(WaitHint::reset);
        if (retryAfter.isPresent() && reset.isPresent()) {
            return retryAfter.get().compareTo(reset.get()) > 0 ? retryAfter : reset;
        }
        return retryAfter.or(() -> reset);
    }

    /** The time to the next window if the answer at hand was the last one of this window. */
    static Optional<Duration> ifUsedUp(HttpHeaders headers) {
        return headers.firstValue("RateLimit").filter(WaitHint::isUsedUp).flatMap(WaitHint::reset);
    }

    private static boolean isUsedUp(String value) {
        Matcher matcher = REMAINING.matcher(value);
        return matcher.find() && Long.parseLong(matcher.group(1)) == 0;
    }

    private static Optional<Duration> reset(String value) {
        Matcher matcher = RESET.matcher(value);
        return matcher.find() ? Optional.of(Duration.ofSeconds(Long.parseLong(matcher.group(1)))) : Optional.empty();
    }

    private static Optional<Duration> retryAfter(String value, Instant now) {
        if (value.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(now, until);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

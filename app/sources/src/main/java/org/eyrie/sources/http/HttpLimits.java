package org.eyrie.sources.http;

import java.time.Duration;

/**
 * How long and how much a server may take.
 *
 * @param connect until the connection stands
 * @param answer until the last byte of an answer
 * @param maxBody longest answer, in bytes
 * @param attempts how often a request is sent at most, at least once
 * @param firstDelay before the second attempt, on average half of it; doubles with each further one
 * @param longestDelay of the delays chosen here
 * @param longestWait that a server may ask for; with more the request fails
 */
public record HttpLimits(
        Duration connect,
        Duration answer,
        int maxBody,
        int attempts,
        Duration firstDelay,
        Duration longestDelay,
        Duration longestWait) {

    /** 10 s to connect, 60 s to answer, 16 MiB, 5 attempts, delays from 1 s to 30 s, waits of up to 10 minutes. */
    public static final HttpLimits DEFAULT = new HttpLimits(
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            16 << 20,
            5,
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofMinutes(10));

    public HttpLimits {
        if (maxBody < 1 || attempts < 1) {
            throw new IllegalArgumentException(
                    "At least one byte and one attempt must be allowed, not " + maxBody + " and " + attempts);
        }
    }

    public HttpLimits withAttempts(int value) {
        return new HttpLimits(connect, answer, maxBody, value, firstDelay, longestDelay, longestWait);
    }

    public HttpLimits withAnswer(Duration value) {
        return new HttpLimits(connect, value, maxBody, attempts, firstDelay, longestDelay, longestWait);
    }

    public HttpLimits withMaxBody(int value) {
        return new HttpLimits(connect, answer, value, attempts, firstDelay, longestDelay, longestWait);
    }
}

package org.eyrie.sources.http;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * How a registry is asked.
 *
 * @param timeout from asking to the last byte of the answer
 * @param attempts how often a question is asked, when the server is busy or does not answer
 * @param maxBytes the longest answer that is accepted
 * @param headers sent with every question to the registry itself, such as a token; never to another host
 * @param otherHosts hosts that the registry may redirect to, none unless configured
 */
public record HttpSettings(
        Duration timeout, int attempts, int maxBytes, Map<String, String> headers, Set<String> otherHosts) {

    /** Half a minute, five attempts, 16 MB, nothing sent along, no redirects to other hosts. */
    public static final HttpSettings DEFAULT =
            new HttpSettings(Duration.ofSeconds(30), 5, 16_000_000, Map.of(), Set.of());

    public HttpSettings {
        if (attempts < 1 || maxBytes < 1 || timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("Timeout, attempts and bytes must be positive");
        }
        headers = Map.copyOf(headers);
        otherHosts = Set.copyOf(otherHosts);
    }

    public HttpSettings withHeader(String name, String value) {
        Map<String, String> more = new java.util.TreeMap<>(headers);
        more.put(name, value);
        return new HttpSettings(timeout, attempts, maxBytes, more, otherHosts);
    }

    public HttpSettings withTimeout(Duration value) {
        return new HttpSettings(value, attempts, maxBytes, headers, otherHosts);
    }

    public HttpSettings withOtherHosts(Set<String> hosts) {
        return new HttpSettings(timeout, attempts, maxBytes, headers, hosts);
    }

    /** Without the headers: they may be secret. */
    @Override
    public String toString() {
        return "HttpSettings[timeout=" + timeout + ", attempts=" + attempts + ", maxBytes=" + maxBytes + ']';
    }
}

package org.eyrie.sources.http;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * How a client behaves, whomever it asks.
 *
 * @param limits how long and how much it takes
 * @param clock tells when it may ask again
 * @param pauses lets time pass until then
 * @param random spreads attempts of many clients
 */
public record ClientSettings(HttpLimits limits, InstantSource clock, Pauses pauses, RandomGenerator random) {

    public ClientSettings withLimits(HttpLimits other) {
        return new ClientSettings(other, clock, pauses, random);
    }
}

package org.eyrie.sources.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eyrie.model.RegistryUnavailableException;

/**
 * The servers that may be contacted: those a person configured, and built-in ones. Addresses found in data, in an
 * answer or in somebody's request are held against it, so that none of them can send the program elsewhere.
 *
 * <p>A built-in server must resolve to public addresses. One that a person named may be in their own network: they
 * said so. The name is resolved here and once more by the HTTP client; Java keeps answers for 30 s, so that both see
 * the same.
 */
public final class Reach {

    private enum Trust {
        CONFIGURED,
        BUILT_IN
    }

    private final Map<Origin, Trust> origins;

    private Reach(Map<Origin, Trust> origins) {
        this.origins = Collections.unmodifiableMap(origins);
    }

    /** A server that a person named on the command line or in the configuration. */
    public static Reach configured(URI address) {
        return new Reach(Map.of(Origin.of(address), Trust.CONFIGURED));
    }

    /** A server known to the program, which must be on the public internet. */
    public static Reach builtIn(URI address) {
        return new Reach(Map.of(Origin.of(address), Trust.BUILT_IN));
    }

    /** These servers and those. */
    public Reach and(Reach other) {
        Map<Origin, Trust> all = new LinkedHashMap<>(other.origins);
        all.putAll(origins);
        return new Reach(all);
    }

    boolean contains(URI address) {
        return origins.containsKey(Origin.of(address));
    }

    /**
     * Refuses an address that is out of reach.
     *
     * @throws RegistryUnavailableException if the server is not configured, cannot be found, or a built-in one
     *     turns out to be in a private network
     */
    void check(URI address) {
        Origin origin = Origin.of(address);
        Trust trust = origins.get(origin);
        if (trust == null) {
            throw new RegistryUnavailableException(
                    "The server " + origin + " is not configured, so it is not contacted. Configured: "
                            + origins.keySet(),
                    null);
        }
        InetAddress[] addresses = resolve(origin);
        if (trust == Trust.BUILT_IN) {
            for (InetAddress each : addresses) {
                if (PrivateAddress.is(each)) {
                    throw new RegistryUnavailableException(
                            "The server " + origin + " resolves to the private address " + each.getHostAddress()
                                    + ", so it is not contacted. Name it as the endpoint if that is meant",
                            null);
                }
            }
        }
    }

    private static InetAddress[] resolve(Origin origin) {
        try {
            return InetAddress.getAllByName(origin.host());
        } catch (UnknownHostException e) {
            throw new RegistryUnavailableException(
                    "The server " + origin + " cannot be found: check its name and the network", e);
        }
    }
}

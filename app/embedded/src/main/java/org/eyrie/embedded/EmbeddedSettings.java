package org.eyrie.embedded;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the embedded database keeps its data, where it listens, and what it may use.
 *
 * @param dataFolder made when absent; an existing one must be empty or Eyrie's own
 * @param host the address to listen on; anything but loopback lets other machines in, by password only
 * @param boltPort from 0 to 65535; {@link #FREE_PORT} takes {@value #USUAL_BOLT_PORT} when it is free, else another
 * @param httpPort the port of Neo4j Browser, chosen likewise around {@value #USUAL_HTTP_PORT}
 * @param heapMegabytes the most its objects may take, at least {@value Memory#LEAST_HEAP}, or {@link #BY_STORE}
 * @param pageCacheMegabytes what it keeps of its files in memory, at least {@value Memory#LEAST_PAGE_CACHE}, or
 *     {@link #BY_STORE}
 * @param startTimeout how long a start may go on without a sign of life before it is given up
 * @param linger how long the database stays after whoever started it, for others to use; zero for not at all
 */
public record EmbeddedSettings(
        Path dataFolder,
        String host,
        int boltPort,
        int httpPort,
        int heapMegabytes,
        int pageCacheMegabytes,
        Duration startTimeout,
        Duration linger) {

    public static final String LOOPBACK = "127.0.0.1";

    /** Says that any port will do. */
    public static final int FREE_PORT = 0;

    /** Says that memory follows the size of the store at each start, and the machine. */
    public static final int BY_STORE = 0;

    public static final int USUAL_BOLT_PORT = 7687;
    public static final int USUAL_HTTP_PORT = 7474;

    private static final int HIGHEST_PORT = 65_535;

    public EmbeddedSettings {
        requireAtLeast("heapMegabytes", heapMegabytes, Memory.LEAST_HEAP);
        requireAtLeast("pageCacheMegabytes", pageCacheMegabytes, Memory.LEAST_PAGE_CACHE);
        requirePort("boltPort", boltPort);
        requirePort("httpPort", httpPort);
        if (host.isBlank()) {
            throw new IllegalArgumentException("The host must not be blank");
        }
        if (startTimeout.isNegative() || startTimeout.isZero()) {
            throw new IllegalArgumentException("startTimeout must be positive: " + startTimeout);
        }
        if (linger.isNegative()) {
            throw new IllegalArgumentException("linger must not be negative: " + linger);
        }
        if (boltPort != FREE_PORT && boltPort == httpPort) {
            throw new IllegalArgumentException("Bolt and Browser need two ports, not " + boltPort + " for both");
        }
    }

    /** A database on loopback in this folder, with memory that suits its store and this machine. */
    public static EmbeddedSettings in(Path dataFolder) {
        return new EmbeddedSettings(
                dataFolder, LOOPBACK, FREE_PORT, FREE_PORT, BY_STORE, BY_STORE, Duration.ofMinutes(2), Duration.ZERO);
    }

    public EmbeddedSettings withHost(String newHost) {
        return new EmbeddedSettings(
                dataFolder, newHost, boltPort, httpPort, heapMegabytes, pageCacheMegabytes, startTimeout, linger);
    }

    public EmbeddedSettings withPorts(int newBoltPort, int newHttpPort) {
        return new EmbeddedSettings(
                dataFolder, host, newBoltPort, newHttpPort, heapMegabytes, pageCacheMegabytes, startTimeout, linger);
    }

    public EmbeddedSettings withMemory(int newHeapMegabytes, int newPageCacheMegabytes) {
        return new EmbeddedSettings(
                dataFolder, host, boltPort, httpPort, newHeapMegabytes, newPageCacheMegabytes, startTimeout, linger);
    }

    public EmbeddedSettings withStartTimeout(Duration newTimeout) {
        return new EmbeddedSettings(
                dataFolder, host, boltPort, httpPort, heapMegabytes, pageCacheMegabytes, newTimeout, linger);
    }

    public EmbeddedSettings withLinger(Duration newLinger) {
        return new EmbeddedSettings(
                dataFolder, host, boltPort, httpPort, heapMegabytes, pageCacheMegabytes, startTimeout, newLinger);
    }

    private static void requireAtLeast(String name, int value, int least) {
        if (value != BY_STORE && value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ": " + value);
        }
    }

    private static void requirePort(String name, int port) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException(name + " must be from 0 to " + HIGHEST_PORT + ": " + port);
        }
    }
}

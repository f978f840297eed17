package org.eyrie.embedded;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.eyrie.task.CancelledException;

/**
 * Keeps a database's process running: starts it again, at the same addresses, when it dies by itself. A number of times
 * only, because one that dies again and again has a reason that no start removes.
 */
final class Keeper {

    static final int MOST_DEATHS = 5;

    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final Callable<RunningServer> again;
    private final Consumer<String> notice;
    private final Thread thread = new Thread(this::watch, "embedded-neo4j-keeper");
    private final Deque<Long> deaths = new ArrayDeque<>();
    private volatile RunningServer server;
    private volatile boolean ready = true;
    private volatile boolean stopped;
    private boolean resting;

    /**
     * @param server a running one
     * @param again starts another in its place
     * @param notice gets a line for people when it died, and when it runs again or will not
     */
    Keeper(RunningServer server, Callable<RunningServer> again, Consumer<String> notice) {
        this.server = server;
        this.again = again;
        this.notice = notice;
        thread.setDaemon(true);
    }

    void begin() {
        thread.start();
    }

    /** The one that runs or, while there is none, the last one that did. */
    RunningServer server() {
        return server;
    }

    /** Whether it runs and has answered. */
    boolean isReady() {
        return ready && server.child().isRunning();
    }

    private void watch() {
        try {
            while (!stopped) {
                server.child().awaitEnd();
                ready = false;
                if (stopped) {
                    return;
                }
                if (rested()) {
                    continue;
                }
                deaths.add(System.nanoTime());
                while (System.nanoTime() - deaths.element() > WITHIN.toNanos()) {
                    deaths.remove();
                }
                if (!startAgain()) {
                    return;
                }
            }
        } catch (InterruptedException | CancelledException e) {
            // stopping
        }
    }

    /** Whether its end was meant, after waiting until it runs again or cannot. */
    private synchronized boolean rested() throws InterruptedException {
        while (resting && !stopped) {
            wait();
        }
        return stopped || server.child().isRunning();
    }

    /**
     * Stops the database, does work and starts it again at the same addresses, whatever became of the work.
     *
     * @throws Exception what the work threw, or the start
     */
    void whileStopped(Callable<?> work) throws Exception {
        synchronized (this) {
            resting = true;
            ready = false;
        }
        try {
            server.stop();
            try {
                work.call();
            } finally {
                adopt(again.call());
            }
        } finally {
            synchronized (this) {
                resting = false;
                notifyAll();
            }
        }
    }

    /** Whether it runs again. */
    private boolean startAgain() throws InterruptedException {
        while (deaths.size() <= MOST_DEATHS) {
            notice.accept("The embedded Neo4j has ended by itself; starting it again");
            try {
                RunningServer another = again.call();
                if (!adopt(another)) {
                    return false;
                }
                notice.accept("The embedded Neo4j runs again");
                return true;
            } catch (CancelledException | InterruptedException e) {
                throw e;
            } catch (Exception e) {
                deaths.add(System.nanoTime());
                notice.accept("The embedded Neo4j can't be started again: " + e.getMessage());
                Thread.sleep(1_000L << deaths.size());
            }
        }
        notice.accept("The embedded Neo4j has ended or failed to start " + deaths.size() + " times within "
                + WITHIN.toMinutes() + " minutes and is not started again. Its logs say why; then restart Eyrie.");
        return false;
    }

    private synchronized boolean adopt(RunningServer another) {
        if (stopped) {
            another.stop();
            return false;
        }
        server = another;
        ready = true;
        return true;
    }

    /** Lets the database stay for as long as it may linger; it is not started again. */
    void leave() {
        end(RunningServer::leave);
    }

    /** Stops the database and waits for its end; it is not started again. */
    void stop() {
        end(RunningServer::stop);
    }

    private void end(Consumer<RunningServer> way) {
        synchronized (this) {
            stopped = true;
        }
        thread.interrupt();
        way.accept(server);
        boolean interrupted = false;
        try {
            thread.join(Duration.ofSeconds(40).toMillis());
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

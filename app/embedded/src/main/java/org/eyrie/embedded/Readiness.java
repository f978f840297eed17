package org.eyrie.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Consumer;
import org.eyrie.model.StoreUnavailableException;
import org.eyrie.task.CancelledException;
import org.jspecify.annotations.Nullable;

/** Waits until a started child is a database that answers us. */
final class Readiness {

    private static final String STARTED = "INFO  Started.";
    private static final String PORT_TAKEN = "PortBindException";
    private static final String OUT_OF_MEMORY = "java.lang.OutOfMemoryError";
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration REMINDER = Duration.ofSeconds(15);

    /** A transaction without statements: it needs the password and a database that is open, and changes nothing. */
    private static final String NOTHING = "{\"statements\":[]}";

    private static final int ANSWER_MILLISECONDS = 30_000;

    private final DataFolder folder;
    private final Child child;

    Readiness(DataFolder folder, Child child) {
        this.folder = folder;
        this.child = child;
    }

    /**
     * @param timeout since its last sign of life
     * @throws StoreUnavailableException if it ends or the time does before it has started
     */
    void awaitStart(Duration timeout, Consumer<String> progress) {
        long begin = System.nanoTime();
        long reminded = begin;
        Patience patience = new Patience(timeout, folder, child);
        while (!hasStarted()) {
            if (!child.isRunning()) {
                throw failure("The embedded Neo4j ended while it was starting", null);
            }
            long now = System.nanoTime();
            DiskSpace.require(folder);
            if (patience.isOver()) {
                throw failure(
                        "The embedded Neo4j has not started: no sign of life for " + timeout.toSeconds()
                                + " s. A longer EYRIE_START_TIMEOUT (seconds) waits longer",
                        null);
            }
            if (now - reminded > REMINDER.toNanos()) {
                progress.accept(
                        "Still starting Neo4j (" + Duration.ofNanos(now - begin).toSeconds() + " s)");
                reminded = now;
            }
            pause();
        }
    }

    private boolean hasStarted() {
        return says(STARTED);
    }

    /** Whether it ended because its heap did not suffice, for whatever it was asked for. */
    boolean ranOutOfMemory() {
        return says(OUT_OF_MEMORY);
    }

    /** Whether it failed because another program listens where it was told to. */
    boolean lostAPort() {
        return says(PORT_TAKEN);
    }

    private boolean says(String text) {
        try {
            return Files.readString(folder.console(), StandardCharsets.ISO_8859_1)
                    .contains(text);
        } catch (IOException e) {
            return false; // the child has not made it yet
        }
    }

    /** The server starts even where a database in it can't: only an answer shows that one is there. */
    void requireAnswer(URI http, Password password) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    http.resolve("/db/neo4j/tx/commit").toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(ANSWER_MILLISECONDS);
            connection.setReadTimeout(ANSWER_MILLISECONDS);
            connection.setRequestProperty("Authorization", basic(password));
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setDoOutput(true);
            try (OutputStream body = connection.getOutputStream()) {
                body.write(NOTHING.getBytes(StandardCharsets.UTF_8));
            }
            int status = connection.getResponseCode();
            if (status == HttpURLConnection.HTTP_UNAUTHORIZED) {
                throw new StoreUnavailableException(
                        "The password in " + folder.password() + " is not the database's. "
                                + "If you changed it in the database, write the new one into that file.",
                        null);
            }
            if (status >= HttpURLConnection.HTTP_BAD_REQUEST) {
                throw failure("The embedded Neo4j has started, but its database has not (status " + status + ")", null);
            }
        } catch (IOException e) {
            throw failure("The embedded Neo4j has started, but does not answer at " + http, e);
        }
    }

    private static String basic(Password password) {
        byte[] pair = (Password.USER + ":" + password.value()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private StoreUnavailableException failure(String what, @Nullable Throwable cause) {
        return new StoreUnavailableException(
                DiskSpace.warning(folder) + what + " (data folder " + folder.root() + "). "
                        + LogTail.of(folder.console()),
                cause);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("The start of the embedded Neo4j was cancelled");
        }
    }
}

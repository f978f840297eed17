package org.eyrie.server.rest;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;

/**
 * Puts a service together that never listens, while the database that the real one needs is still starting: what is loaded
 * and compiled for the one is there for the other. That takes a second and a half, a good deal of which a machine with two
 * processors has to spare meanwhile.
 */
public final class Rehearsal {

    private Rehearsal() {}

    /** Begins it on a thread that keeps nobody from ending. */
    public static void begin() {
        Thread thread = new Thread(Rehearsal::run, "rehearsal");
        thread.setDaemon(true);
        thread.start();
    }

    private static void run() {
        try (ApplicationContext context = Service.contextAt("127.0.0.1", 0).build()) {
            context.start();
            context.getBean(EmbeddedServer.class);
        } catch (RuntimeException | LinkageError missing) {
            // It has no database to give to those who ask for one; the real one says what is wrong, if anything is.
        }
    }
}

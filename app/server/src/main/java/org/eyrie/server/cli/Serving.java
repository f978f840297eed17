package org.eyrie.server.cli;

import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.eyrie.server.rest.Service;
import org.eyrie.server.stores.Session;

/** Keeps the service up until the process is told to end. */
final class Serving {

    private final Workshop workshop;
    private final Session session;

    Serving(Workshop workshop, Session session) {
        this.workshop = workshop;
        this.session = session;
    }

    /** Starts, hands the addresses over, and waits for Ctrl-C or SIGTERM. */
    void untilStopped(ListenOptions listen, Consumer<Addresses> started) {
        Service service = Service.start(
                session, workshop.clock(), listen.host(workshop.environment()), listen.port(workshop.environment()));
        CountDownLatch stop = new CountDownLatch(1);
        workshop.interruption().onRequest(stop::countDown);
        try (service) {
            started.accept(new Addresses(service.uri(), session.addresses()));
            await(stop);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

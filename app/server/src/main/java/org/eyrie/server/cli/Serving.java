package org.eyrie.server.cli;

import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eyrie.engine.ask.Asking;
import org.eyrie.server.imports.Registries;
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

    /**
     * Starts, hands the addresses over, and waits for Ctrl-C or SIGTERM.
     *
     * @param registries which registries the service listens to
     */
    void untilStopped(ListenOptions listen, Function<Asking, Registries> registries, Consumer<Addresses> started) {
        Asking asking = Asking.of(session.stores());
        Service service = Service.start(
                session, asking, registries.apply(asking), workshop.clock(), listen.settings(workshop.environment()));
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

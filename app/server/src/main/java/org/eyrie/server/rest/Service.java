package org.eyrie.server.rest;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.BindException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eyrie.engine.ask.Asking;
import org.eyrie.engine.board.Boards;
import org.eyrie.engine.fit.Fitting;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.server.imports.Importers;
import org.eyrie.server.imports.Ingestion;
import org.eyrie.server.job.Jobs;
import org.eyrie.server.registry.FollowersLag;
import org.eyrie.server.registry.Following;
import org.eyrie.server.registry.HubEvents;
import org.eyrie.server.registry.MlflowFollower;
import org.eyrie.server.registry.Registries;
import org.eyrie.server.searching.SearchDesk;
import org.eyrie.server.stores.Session;
import org.eyrie.server.tracing.Spans;
import org.eyrie.sources.benchmarks.BenchmarkMap;
import org.eyrie.sources.importing.Importer;
import org.jspecify.annotations.Nullable;

/** The HTTP service over an open database. */
public final class Service implements AutoCloseable {

    private final Jobs jobs;
    private final ApplicationContext context;
    private final EmbeddedServer server;
    private final SearchDesk desk;
    private final Spans spans;
    private final @Nullable Following following;

    private Service(
            Jobs jobs,
            ApplicationContext context,
            EmbeddedServer server,
            SearchDesk desk,
            Spans spans,
            @Nullable Following following) {
        this.jobs = jobs;
        this.spans = spans;
        this.desk = desk;
        this.following = following;
        this.context = context;
        this.server = server;
    }

    /** Starts listening, to people and programs but to no registry; see the other one. */
    public static Service start(Session session, Clock clock, String host, int port) {
        return start(
                session, Asking.of(session.stores(), clock), Registries.NONE, clock, ListenSettings.of(host, port));
    }

    /** Starts listening, with the benchmark map that comes with the program; see the other one. */
    public static Service start(
            Session session, Asking asking, Registries registries, Clock clock, ListenSettings listen) {
        return start(
                session,
                asking,
                registries,
                BenchmarkMap.shipped(),
                clock,
                ServiceSettings.of(session, listen),
                SearchDesk.forgetful(session, clock));
    }

    /**
     * Starts listening.
     *
     * @param registries which registries it follows and hears
     * @param benchmarks which setups are one known benchmark, in all that is brought in
     * @param settings where it listens, and to whom
     * @param desk what is done with searches; closed with the service
     * @throws InvalidInputException if it cannot listen there
     */
    public static Service start(
            Session session,
            Asking asking,
            Registries registries,
            BenchmarkMap benchmarks,
            Clock clock,
            ServiceSettings settings,
            SearchDesk desk) {
        ListenSettings listen = settings.listen();
        Importer importer = Importers.into(session.stores(), clock, benchmarks);
        HubEvents hubEvents = new HubEvents(registries.hub(), session.stores().scores(), importer);
        FollowersLag lag = new FollowersLag(clock);
        Jobs jobs = new Jobs(
                clock,
                session.jobs(),
                Map.of(
                        FitTask.KIND,
                        FitTask.kind(new Fitting(session.stores(), clock)),
                        HubEvents.KIND,
                        hubEvents::read),
                settings.spans());
        ApplicationContext context = contextAt(listen.host(), listen.port())
                .singletons(
                        clock,
                        session,
                        session.stores(),
                        asking,
                        new Boards(session.stores(), clock),
                        jobs,
                        new Ingestion(importer, settings.spans()),
                        settings.spans(),
                        registries,
                        lag,
                        settings.access(),
                        new AllowedHosts(listen),
                        desk)
                .build();
        try {
            context.start();
            EmbeddedServer server = context.getBean(EmbeddedServer.class);
            server.start();
            Thread warmUp = new Thread(() -> asking.warmUp(session.stores()), "warm-up");
            warmUp.setDaemon(true);
            warmUp.start();
            desk.served().resume();
            MlflowFollower mlflow = registries.mlflow();
            Following following = mlflow == null ? null : new Following(mlflow, importer, lag, settings.spans());
            return new Service(jobs, context, server, desk, settings.spans(), following);
        } catch (RuntimeException | Error failure) {
            jobs.close();
            desk.close();
            context.close();
            settings.spans().close();
            if (isBind(failure)) {
                throw cannotListen(listen.host(), listen.port());
            }
            throw failure;
        }
    }

    /**
     * What a service is put together in.
     *
     * @param port 0 for any that is free
     */
    static ApplicationContextBuilder contextAt(String host, int port) {
        // deduceEnvironment looks for clouds over the network, which takes seconds where there is none
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .properties(Map.of(
                        "micronaut.server.host",
                        host,
                        "micronaut.server.port",
                        port == 0 ? "-1" : String.valueOf(port)));
    }

    /** Where it listens. */
    public URI uri() {
        return server.getURI();
    }

    /** Lets requests under way end, for a few seconds, and stops. Does nothing the second time. */
    @Override
    public void close() {
        if (following != null) {
            following.close();
        }
        jobs.close();
        desk.close();
        context.close();
        spans.close();
    }

    private static boolean isBind(@Nullable Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof BindException)) {
            cause = cause.getCause();
        }
        return cause != null;
    }

    private static InvalidInputException cannotListen(String host, int port) {
        return new InvalidInputException(
                "The service cannot start",
                List.of(new Fault(
                        host + ":" + port,
                        "Something else listens there, or it is no address of this machine. Choose another with --port"
                                + " or --host.")));
    }
}

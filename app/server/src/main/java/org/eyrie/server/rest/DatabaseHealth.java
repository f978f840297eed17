package org.eyrie.server.rest;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eyrie.server.stores.Session;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Whether the database answers. */
@Singleton
final class DatabaseHealth implements HealthIndicator {

    private final Session session;

    DatabaseHealth(Session session) {
        this.session = session;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromCallable(this::look).subscribeOn(Schedulers.boundedElastic());
    }

    private HealthResult look() {
        Session.Health health = session.health();
        return HealthResult.builder("database", health.answers() ? HealthStatus.UP : HealthStatus.DOWN)
                .details(Map.of("detail", health.detail()))
                .build();
    }
}

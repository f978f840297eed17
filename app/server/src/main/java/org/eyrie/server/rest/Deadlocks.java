package org.eyrie.server.rest;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Liveness;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Whether the service lives: it answers, and no threads wait for each other for ever. The database has no part in it, since
 * starting the service anew does not bring a database back.
 */
@Singleton
@Liveness
final class Deadlocks implements HealthIndicator {

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromSupplier(() -> {
            long[] stuck = ManagementFactory.getThreadMXBean().findDeadlockedThreads();
            return HealthResult.builder("threads", stuck == null ? HealthStatus.UP : HealthStatus.DOWN)
                    .build();
        });
    }
}

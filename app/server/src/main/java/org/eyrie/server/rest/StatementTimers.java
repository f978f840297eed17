package org.eyrie.server.rest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eyrie.store.settings.StatementListener;

/** Times statements by their file under {@code cypher/}. */
final class StatementTimers implements StatementListener {

    private final MeterRegistry registry;
    private final Map<String, Timer> ran = new ConcurrentHashMap<>();
    private final Map<String, Timer> failed = new ConcurrentHashMap<>();

    StatementTimers(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void ran(String file, long nanos, int rows, boolean broke) {
        (broke ? failed : ran)
                .computeIfAbsent(file, each -> timer(each, broke ? "failed" : "ran"))
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(String file, String outcome) {
        return Timer.builder("eyrie.statements")
                .description("Statements, from when they were sent until their answer was read")
                .tag("file", file)
                .tag("outcome", outcome)
                .register(registry);
    }
}

package org.eyrie.server.rest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eyrie.store.statement.Statement;
import org.eyrie.store.transaction.StatementListener;

/** Times statements by their file under {@code cypher/}. */
final class StatementTimers implements StatementListener {

    private final MeterRegistry registry;
    private final Map<Statement, Timer> ran = new ConcurrentHashMap<>();
    private final Map<Statement, Timer> failed = new ConcurrentHashMap<>();

    StatementTimers(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void ran(Statement statement, long nanos, boolean broke) {
        (broke ? failed : ran)
                .computeIfAbsent(statement, each -> timer(each, broke ? "failed" : "ran"))
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Statement statement, String outcome) {
        return Timer.builder("eyrie.statements")
                .description("Statements, from when they were sent until their answer was read")
                .tag("file", statement.file())
                .tag("outcome", outcome)
                .register(registry);
    }
}

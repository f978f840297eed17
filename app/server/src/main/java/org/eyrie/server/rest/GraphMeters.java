package org.eyrie.server.rest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.eyrie.model.EyrieException;
import org.eyrie.model.Fit;
import org.eyrie.model.GraphState;
import org.eyrie.model.Hindsight;
import org.eyrie.model.PastImport;
import org.eyrie.model.Stores;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is measured of the graph, whoever wrote to it: facts, the latest fit, imports, and how predictions stood the test of
 * scores that came later. Looked at every few seconds rather than at each scrape.
 */
@Singleton
final class GraphMeters implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(GraphMeters.class);

    /** Benchmarks with a row of their own: those with most scores. Each costs the collector a series. */
    private static final int MOST_BENCHMARKS = 200;

    private final Stores stores;
    private final Clock clock;
    private final List<Shown> shown = new ArrayList<>();
    private volatile boolean answers = true;
    private volatile @Nullable GraphState state;
    private volatile @Nullable PastImport last;

    GraphMeters(Stores stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "eyrie.database.up", "Whether the database answered lately", all -> all.answers ? 1 : 0);
        gauge(registry, "eyrie.data.version", "Writes of facts so far", all -> version(all.state));
        gauge(registry, "eyrie.fit.data.version", "The data version that the latest fit saw", all -> {
            Fit fit = fit(all.state);
            return fit == null ? Double.NaN : fit.dataVersion();
        });
        gauge(registry, "eyrie.fit.age.seconds", "Age of the latest fit", all -> {
            Fit fit = fit(all.state);
            return fit == null ? Double.NaN : all.since(fit.createdAt());
        });
        gauge(registry, "eyrie.imports", "Number of the last import", all -> {
            PastImport latest = all.last;
            return latest == null ? 0 : latest.number();
        });
        gauge(registry, "eyrie.import.age.seconds", "Since the last import began", all -> {
            PastImport latest = all.last;
            return latest == null ? Double.NaN : all.since(latest.startedAt());
        });
        show(registry, "scores", "Scores that came after they were predicted", Hindsight::scores);
        show(registry, "held", "Share of such scores within their interval", Hindsight::held);
        show(registry, "level", "What those intervals promised", Hindsight::level);
        show(registry, "mean.error", "Such scores less what was predicted, on average", Hindsight::meanError);
        show(registry, "rmse", "Root of the mean squared error of predictions of such scores", Hindsight::rmse);
    }

    /** Looks. */
    @Scheduled(initialDelay = "3s", fixedDelay = "15s")
    void look() {
        try {
            GraphState before = state;
            GraphState now = stores.fits().state();
            if (!now.equals(before)) {
                tell(stores.fits().hindsight());
            }
            List<PastImport> imports = stores.history().imports(Long.MAX_VALUE, 1);
            last = imports.isEmpty() ? null : imports.get(0);
            state = now;
            answers = true;
        } catch (EyrieException unanswered) {
            answers = false;
            LOG.debug("The graph is looked at later: {}", unanswered.getMessage());
        }
    }

    private synchronized void tell(List<Hindsight> hindsight) {
        List<Hindsight> most = hindsight.stream()
                .sorted(Comparator.comparingLong(Hindsight::scores).reversed())
                .limit(MOST_BENCHMARKS)
                .toList();
        for (Shown each : shown) {
            List<Row<?>> rows = new ArrayList<>();
            most.forEach(
                    one -> rows.add(Row.of(Tags.of("benchmark", one.benchmark().value()), one, each.figure())));
            each.gauge().register(rows, true);
        }
    }

    private synchronized void show(
            MeterRegistry registry, String name, String description, ToDoubleFunction<Hindsight> figure) {
        shown.add(new Shown(
                MultiGauge.builder("eyrie.hindsight." + name)
                        .description(description)
                        .register(registry),
                figure));
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<GraphMeters> figure) {
        Gauge.builder(name, this, figure).description(description).register(registry);
    }

    private double since(Instant then) {
        return Duration.between(then, clock.instant()).toMillis() / 1000.0;
    }

    private static double version(@Nullable GraphState state) {
        return state == null ? Double.NaN : state.dataVersion();
    }

    private static @Nullable Fit fit(@Nullable GraphState state) {
        return state == null ? null : state.fit().orElse(null);
    }

    private record Shown(MultiGauge gauge, ToDoubleFunction<Hindsight> figure) {}
}

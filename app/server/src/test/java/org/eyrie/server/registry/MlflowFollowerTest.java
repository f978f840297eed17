package org.eyrie.server.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eyrie.sources.mlflow.MetricKeys;
import org.eyrie.sources.mlflow.MlflowWatch;
import org.eyrie.sources.registry.CursorStore;
import org.eyrie.sources.spi.ImportReport;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;

/** Whatever happens while a registry is followed is said in words, and only what nobody can help ends it. */
class MlflowFollowerTest {

    private static final CursorStore NOTHING_KNOWN = new CursorStore() {
        @Override
        public Optional<String> load(String key) {
            return Optional.empty();
        }

        @Override
        public void save(String key, String cursor) {}
    };

    private final Told told = new Told();

    @Test
    void aFailureWithoutAMessageIsNamedByItsKindAndTheNextPollComes() {
        follow(new IllegalStateException());

        assertThat(told.reasons)
                .hasSize(3)
                .allMatch(reason -> reason.equals("Unexpected failure: java.lang.IllegalStateException"));
    }

    @Test
    void anErrorIsSaidToEndIt() {
        assertThatThrownBy(() -> follow(new StackOverflowError("for the test"))).isInstanceOf(StackOverflowError.class);

        assertThat(told.reasons).singleElement().asString().contains("not followed any longer", "StackOverflowError");
    }

    private void follow(Throwable thrown) {
        Instant[] now = {Instant.EPOCH};
        InstantSource clock = () -> now[0] = now[0].plus(Duration.ofHours(1));
        MlflowWatch watch = new MlflowWatch(
                Network.of(Map.of(), Clock.systemUTC()).mlflow(URI.create("http://localhost:1")),
                MetricKeys.DEFAULT,
                NOTHING_KNOWN,
                Duration.ofSeconds(1),
                clock,
                (pause, progress) -> {});
        new MlflowFollower(watch, null)
                .follow(
                        source -> {
                            if (thrown instanceof Error error) {
                                throw error;
                            }
                            throw (RuntimeException) thrown;
                        },
                        told,
                        Progress.of((step, done, total) -> {}, () -> told.reasons.size() == 3));
    }

    private static final class Told implements MlflowFollower.Listener {

        private final List<String> reasons = new ArrayList<>();

        @Override
        public void onReport(ImportReport report) {}

        @Override
        public void onWrittenBack(int tags) {}

        @Override
        public void onFailure(String reason) {
            reasons.add(reason);
        }
    }
}

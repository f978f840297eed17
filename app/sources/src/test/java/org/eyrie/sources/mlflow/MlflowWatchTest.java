package org.eyrie.sources.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eyrie.sources.mlflow.FakeMlflow.API;
import static org.eyrie.sources.mlflow.FakeMlflow.tags;
import static org.eyrie.sources.mlflow.FakeMlflow.version;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eyrie.model.Stores;
import org.eyrie.model.memory.MemoryStores;
import org.eyrie.sources.http.LocalServer;
import org.eyrie.sources.importing.Importer;
import org.eyrie.sources.registry.CursorFiles;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.spi.ImportReport;
import org.eyrie.sources.spi.Source;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MlflowWatchTest {

    private final Stores stores = MemoryStores.empty();
    private final Path folder;
    private final FakeMlflow mlflow;

    MlflowWatchTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        mlflow = new FakeMlflow().run("FINISHED", "{\"key\":\"eval/x/acc\",\"value\":0.5,\"timestamp\":5}", "");
    }

    @AfterEach
    void stop() {
        mlflow.close();
    }

    @Test
    void onlyWhatChangedIsReadAgainEvenAfterARestart() throws IOException {
        mlflow.versions(version("a", "1", "\"run_id\":\"r1\""), version("b", "1", "\"run_id\":\"r2\""));
        watch().poll(this::load, false);
        assertThat(runsAsked()).isEqualTo(2);

        watch().poll(this::load, false);
        assertThat(runsAsked()).isEqualTo(2);

        mlflow.versions(
                version("a", "1", "\"run_id\":\"r1\""),
                version("b", "1", "\"run_id\":\"r2\"," + tags("lineage.parents", "hf:org/a")));
        watch().poll(this::load, false);
        assertThat(runsAsked()).isEqualTo(3);

        watch().poll(this::load, true);
        assertThat(runsAsked()).as("a full poll reads everything").isEqualTo(5);
    }

    @Test
    void ourOwnTagsAreNoNews() throws IOException {
        mlflow.versions(version("a", "1", "\"run_id\":\"r1\""));
        watch().poll(this::load, false);
        mlflow.versions(version("a", "1", "\"run_id\":\"r1\"," + tags("eyrie.predicted.x", "{}")));
        watch().poll(this::load, false);

        assertThat(runsAsked()).isEqualTo(1);
    }

    @Test
    void aRunUnderWayIsReadAgainUntilItEnds() throws IOException {
        mlflow.versions(version("a", "1", "\"run_id\":\"r1\"")).run("RUNNING", "", "");
        watch().poll(this::load, false);
        watch().poll(this::load, false);
        assertThat(runsAsked()).isEqualTo(2);
    }

    @Test
    void aRenamedModelIsNoted() throws IOException {
        mlflow.versions(version("old", "1", "\"run_id\":\"r1\""));
        watch().poll(this::load, false);
        mlflow.versions(version("new", "1", "\"run_id\":\"r1\""));

        assertThat(watch().poll(this::load, false).notes())
                .anySatisfy(note -> assertThat(note.reason()).contains("models:/old/1 seems to be models:/new/1 now"));
    }

    @Test
    void anImportThatFailsDoesNotMoveTheCursor() {
        mlflow.versions(version("a", "1", "\"run_id\":\"r1\""));

        assertThatThrownBy(() -> watch().poll(
                                source -> {
                                    load(source);
                                    throw new CancelledException("too bad");
                                },
                                false))
                .isInstanceOf(CancelledException.class);
        assertThat(folder.resolve("cursors")).doesNotExist();
    }

    @Test
    void aDamagedCursorCostsAFullReadingAndNoMore() throws IOException {
        mlflow.versions(version("a", "1", "\"run_id\":\"r1\""));
        watch().poll(this::load, false);
        try (var files = Files.list(folder.resolve("cursors"))) {
            Files.writeString(files.findFirst().orElseThrow(), "{\"trunc");
        }

        watch().poll(this::load, false);
        assertThat(runsAsked()).isEqualTo(2);
    }

    @Test
    void aServerThatIsDownIsAskedAgainAtTheNextPoll() {
        mlflow.server().on(API + "model-versions/search", exchange -> LocalServer.send(exchange, 400, ""));
        List<String> told = new ArrayList<>();
        MlflowWatch watch = watch();

        assertThatThrownBy(() -> watch.run(
                        this::load,
                        new MlflowWatch.Listener() {
                            @Override
                            public void onReport(ImportReport report) {
                                told.add("report");
                            }

                            @Override
                            public void onFailure(Throwable failure) {
                                told.add("failure");
                                mlflow.versions();
                            }
                        },
                        Progress.of((step, done, total) -> {}, () -> told.size() == 2)))
                .isInstanceOf(CancelledException.class);
        assertThat(told).containsExactly("failure", "report");
        assertThat(mlflow.time().waits().stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void whateverIsThrownInOneRoundIsToldAndTheNextComesLaterEachTime() {
        mlflow.versions(version("a", "1", "\"run_id\":\"r1\""));
        Told told = new Told(6);
        List<RuntimeException> thrown = new ArrayList<>(List.of(
                new ArithmeticException("/ by zero"),
                new IllegalStateException(),
                new NullPointerException("x"),
                new ClassCastException("y"),
                new IllegalArgumentException("z")));

        assertThatThrownBy(() -> watch().run(
                                source -> {
                                    if (thrown.isEmpty()) {
                                        return load(source);
                                    }
                                    throw thrown.remove(0);
                                },
                                told,
                                told))
                .isInstanceOf(CancelledException.class);
        assertThat(told.failures).hasSize(5);
        assertThat(told.reports).isOne();
        assertThat(mlflow.time().waits().stream().reduce(Duration.ZERO, Duration::plus))
                .as("1, 2, 4, 8 and 10 minutes")
                .isEqualTo(Duration.ofMinutes(25));
    }

    @Test
    void aListenerThatFailsOnAReportIsOneOfThem() {
        mlflow.versions(version("a", "1", "\"run_id\":\"r1\""));
        Told told = new Told(2) {
            @Override
            public void onReport(ImportReport report) {
                super.onReport(report);
                throw new ArithmeticException("of whoever uses the report");
            }
        };

        assertThatThrownBy(() -> watch().run(this::load, told, told)).isInstanceOf(CancelledException.class);
        assertThat(told.failures).singleElement().isInstanceOf(ArithmeticException.class);
    }

    @Test
    void anErrorIsToldAndEndsTheWatch() {
        mlflow.versions(version("a", "1", "\"run_id\":\"r1\""));
        Told told = new Told(9);
        Error error = new OutOfMemoryError("for the test");

        assertThatThrownBy(() -> watch().run(
                                source -> {
                                    throw error;
                                },
                                told,
                                told))
                .isSameAs(error);
        assertThat(told.failures).containsExactly(error);
    }

    /** Counts what it is told, and ends the watch after so much of it. */
    private static class Told implements MlflowWatch.Listener, Progress {

        private final int enough;
        private final List<Throwable> failures = new ArrayList<>();
        private int reports;

        Told(int enough) {
            this.enough = enough;
        }

        @Override
        public void onReport(ImportReport report) {
            reports++;
        }

        @Override
        public void onFailure(Throwable failure) {
            failures.add(failure);
        }

        @Override
        public void at(String step, long done, long total) {}

        @Override
        public boolean cancelled() {
            return reports + failures.size() == enough;
        }
    }

    private long runsAsked() {
        return mlflow.server().seen().stream()
                .filter(seen -> seen.target().contains("runs/get"))
                .count();
    }

    private MlflowWatch watch() {
        return new MlflowWatch(
                mlflow.registry(),
                MetricKeys.DEFAULT,
                new CursorFiles(folder.resolve("cursors")),
                Duration.ofMinutes(1),
                mlflow.time(),
                mlflow.time());
    }

    private ImportReport load(Source source) {
        return new Importer(stores.facts(), stores.lineage(), stores.scores(), stores.recipes(), mlflow.time())
                .run(source, ImportOptions.DEFAULT, Progress.NONE);
    }
}

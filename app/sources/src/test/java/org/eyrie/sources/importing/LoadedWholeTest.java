package org.eyrie.sources.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eyrie.model.BulkImport;
import org.eyrie.model.BulkImports;
import org.eyrie.model.Facts;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.LineageCycleException;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Provenance;
import org.eyrie.model.Stores;
import org.eyrie.model.WriteSummary;
import org.eyrie.model.memory.MemoryStores;
import org.eyrie.sources.ndjson.NdjsonSource;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.spi.ImportReport;
import org.eyrie.sources.text.Input;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;

/** When an import is loaded whole, and that nothing is where it is not. */
class LoadedWholeTest {

    private static final String FACTS = """
            {"kind":"model","id":"a/a","license":"mit"}
            {"kind":"edge","child":"a/b","parent":"a/a","relation":"finetune"}
            {"kind":"score","model":"a/b","benchmark":"qa","value":0.5}
            """;

    private final Stores stores = MemoryStores.empty();
    private final Loading loading = new Loading();

    @Test
    void whatPassesTheChecksIsReadOnceAndLoaded() {
        ImportReport report = run(FACTS, ImportOptions.DEFAULT.withBatchSize(1));
        assertThat(loading.events).containsExactly("begun", "loaded", "closed");
        assertThat(report.number()).isEqualTo(7);
        assertThat(report.written().models().created()).isEqualTo(2);
        assertThat(report.benchmarks().created()).containsExactly("qa");
        assertThat(stores.lineage().everything().models()).isEmpty();
    }

    @Test
    void whatHasFaultsIsNotLoaded() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> run(FACTS + "{\"kind\":\"score\"}\n{\"kind\":\"edge\"}\n", ImportOptions.DEFAULT))
                .satisfies(refusal -> assertThat(refusal.faults()).hasSize(2));
        assertThatExceptionOfType(LineageCycleException.class)
                .isThrownBy(() -> run(
                        FACTS + "{\"kind\":\"edge\",\"child\":\"a/a\",\"parent\":\"a/b\"}\n", ImportOptions.DEFAULT));
        assertThat(loading.events).containsExactly("begun", "closed", "begun", "closed");
    }

    @Test
    void aFewFactsAndADryRunAreNot() {
        loading.least = 5;
        run(FACTS, ImportOptions.DEFAULT);
        assertThat(loading.events).containsExactly("begun", "closed");
        assertThat(stores.lineage().everything().models()).hasSize(2);
        run(FACTS, ImportOptions.DEFAULT.withDryRun(true));
        assertThat(loading.events).hasSize(2);
    }

    @Test
    void whatCannotBeLoadedIsWrittenInTransactionsAndThatIsTold() {
        loading.obstacle = "a score stands twice";
        ImportReport report = run(FACTS, ImportOptions.DEFAULT);
        assertThat(loading.events).containsExactly("begun", "gave way: a score stands twice, 4", "closed");
        assertThat(report.written().models().created()).isEqualTo(2);
        assertThat(stores.lineage().everything().models()).hasSize(2);
    }

    @Test
    void whatFailsWhileItIsTakenDownIsSaidOnlyWhereItWouldBeLoaded() {
        loading.failure = new IllegalStateException("no room");
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> run(FACTS, ImportOptions.DEFAULT));
        assertThat(loading.events).containsExactly("begun", "closed");
        loading.failure = new OutOfMemoryError("no memory");
        assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> run(FACTS, ImportOptions.DEFAULT));
        assertThat(loading.events).doesNotContain("loaded");
        loading.least = 100;
        assertThat(run(FACTS, ImportOptions.DEFAULT).written().isChange()).isTrue();
    }

    @Test
    void whatIsKnownOfModelsIsWhatWasTakenDownBefore() {
        run("""
                {"kind":"model","id":"a/a","parameters":7241732096}
                {"kind":"model","id":"a/a","parameters":7.2e9}
                {"kind":"traits","id":"a/a","license":"mit"}
                """, ImportOptions.DEFAULT.withBatchSize(1));
        Model known = loading.stores.lineage().find(new ModelId("a/a")).orElseThrow();
        assertThat(known.traits().parametersBillions()).isEqualTo(7.241732096);
        assertThat(known.traits().license()).isEqualTo("mit");
    }

    private ImportReport run(String lines, ImportOptions options) {
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        return new Importer(
                        stores.facts(),
                        stores.lineage(),
                        stores.scores(),
                        stores.recipes(),
                        InstantSource.system(),
                        UnaryOperator.identity(),
                        loading)
                .run(
                        new NdjsonSource(new Input("facts", bytes.length, () -> new ByteArrayInputStream(bytes))),
                        options,
                        Progress.NONE);
    }

    /** Loads into stores of its own. */
    private static final class Loading implements BulkImports, BulkImport {

        private final Stores stores = MemoryStores.empty();
        private final List<String> events = new ArrayList<>();
        private long least;
        private String obstacle = "";
        private Throwable failure = new IllegalStateException();

        @Override
        public Optional<BulkImport> begin(Provenance origin) {
            events.add("begun");
            return Optional.of(this);
        }

        @Override
        public boolean isWorthwhile(long facts) {
            return facts >= least;
        }

        @Override
        public void gaveWay(String why, long facts) {
            events.add("gave way: " + why + ", " + facts);
        }

        @Override
        public WriteSummary write(Facts facts) {
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure.getMessage() != null) {
                throw new IllegalStateException(failure);
            }
            return stores.facts().write(facts);
        }

        @Override
        public List<Model> find(Collection<ModelId> ids) {
            return stores.lineage().find(ids);
        }

        @Override
        public Optional<String> obstacle() {
            return obstacle.isEmpty() ? Optional.empty() : Optional.of(obstacle);
        }

        @Override
        public boolean load(Instant finishedAt, List<String> notes) {
            events.add("loaded");
            return true;
        }

        @Override
        public Optional<Long> number() {
            return Optional.of(7L);
        }

        @Override
        public void close() {
            events.add("closed");
        }
    }
}

package org.eyrie.sources.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eyrie.model.FactStore;
import org.eyrie.model.Facts;
import org.eyrie.model.StoreUnavailableException;
import org.eyrie.model.WriteSummary;
import org.eyrie.sources.Database;
import org.eyrie.sources.importing.Importer;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.spi.ImportReport;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Imports that end early, and those that only look. */
class BrokenImportTest {

    private static final ImportOptions ONE_BY_ONE = ImportOptions.DEFAULT.withBatchSize(1);

    private final Database database = new Database();
    private final Database unbroken = new Database();

    @ParameterizedTest
    @CsvSource({"0, 8", "1, 7", "3, 5", "5, 3", "6, 3", "7, 2"}) // the sixth batch is a benchmark
    void theNextRunCompletesWhatADatabaseThatDiedLeft(int batches, int left) {
        FactStore dying = new DyingStore(database.stores.facts(), batches);
        assertThatThrownBy(() -> database.importer(dying).run(Tables.whole(), ONE_BY_ONE, Progress.NONE))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(database.edges().size() + database.scores().size()).isLessThan(5);

        ImportReport second = database.load(Tables.whole(), ONE_BY_ONE);
        unbroken.load(Tables.whole());

        assertThat(second.written().models().created()
                        + second.written().derivations().created()
                        + second.written().evaluations().created())
                .isEqualTo(left);
        assertThat(database.stores.lineage().everything())
                .isEqualTo(unbroken.stores.lineage().everything());
        assertThat(database.scores()).isEqualTo(unbroken.scores());
    }

    @Test
    void aCancelledImportSaysWhatIsWrittenAndTheNextRunCompletesIt() {
        AtomicBoolean writing = new AtomicBoolean();
        Progress impatient = Progress.of((step, done, total) -> writing.set(step.equals("writing")), writing::get);
        assertThatThrownBy(() -> database.importer(database.stores.facts()).run(Tables.whole(), ONE_BY_ONE, impatient))
                .isInstanceOf(CancelledException.class)
                .hasMessageContaining("after 3 batches")
                .hasMessageContaining("Run it again");

        assertThat(database.load(Tables.whole()).written().models().unchanged()).isEqualTo(3);
        assertThat(database.scores()).hasSize(3);
    }

    @Test
    void progressRisesToTheWholeInBothPhases() {
        List<Long> checking = new ArrayList<>();
        List<Long> writing = new ArrayList<>();
        long[] totals = {0};
        Progress watching = Progress.of(
                (step, done, total) -> {
                    (step.equals("checking") ? checking : writing).add(done);
                    totals[0] = total;
                },
                () -> false);
        database.importer(database.stores.facts()).run(Tables.whole(), ImportOptions.DEFAULT, watching);

        assertThat(checking).isSorted().endsWith(totals[0]);
        assertThat(writing).isEqualTo(checking);
    }

    @Test
    void aDryRunWritesNothingAndForetellsTheRealOne() {
        database.load(Tables.whole());
        String more = Tables.SCORES.replace("0.25", "0.26") + "old,GPQA,0.1,,\n";
        String models = Tables.MODELS.replace("old,,", "old,GPT2LMHeadModel,") + "new,,,,,,,,\n";
        long version = database.stores.facts().version();
        ImportReport foretold =
                database.load(Tables.of(models, Tables.EDGES, more), ImportOptions.DEFAULT.withDryRun(true));

        assertThat(database.stores.facts().version()).isEqualTo(version);
        ImportReport real = database.load(Tables.of(models, Tables.EDGES, more));
        assertThat(foretold.written()).isEqualTo(real.written());
        assertThat(real.written().evaluations()).isEqualTo(new WriteSummary.Counts(1, 2, 1));
        assertThat(real.written().models()).isEqualTo(new WriteSummary.Counts(1, 2, 1));
        assertThat(foretold.dryRun()).isTrue();
        assertThat(real.dryRun()).isFalse();
    }

    @Test
    void aFileThatChangesBetweenTheTwoReadingsIsNoticed() {
        int[] opened = {0};
        var shifty = new org.eyrie.sources.text.Input(
                "models.csv",
                -1,
                () -> new java.io.ByteArrayInputStream((opened[0]++ == 0 ? "model\na\n" : "model,license\na\n")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        Importer importer = new Importer(
                database.stores.facts(),
                database.stores.lineage(),
                database.stores.scores(),
                database.stores.recipes(),
                InstantSource.system());

        assertThatThrownBy(() ->
                        importer.run(new LeaderboardFiles(shifty, null, null), ImportOptions.DEFAULT, Progress.NONE))
                .hasMessageContaining("changed while it was imported");
    }

    /** A store whose database goes away after some writes. */
    private static final class DyingStore implements FactStore {

        private final FactStore store;
        private int writesLeft;

        DyingStore(FactStore store, int writesLeft) {
            this.store = store;
            this.writesLeft = writesLeft;
        }

        @Override
        public WriteSummary write(Facts facts) {
            if (writesLeft-- == 0) {
                throw new StoreUnavailableException("The database does not answer", null);
            }
            return store.write(facts);
        }

        @Override
        public Optional<Long> end(UUID run, Instant finishedAt, List<String> notes) {
            return store.end(run, finishedAt, notes);
        }

        @Override
        public long version() {
            return store.version();
        }
    }
}

package org.eyrie.sources.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.eyrie.sources.Database.file;

import org.eyrie.model.LineageCycleException;
import org.eyrie.sources.CountingStore;
import org.eyrie.sources.Database;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CycleTest {

    private final Database database = new Database();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5_000})
    void aCycleWithinAFileIsPrintedAndNothingIsWritten(int batch) {
        var refused = catchThrowableOfType(
                LineageCycleException.class,
                () -> database.load(
                        Tables.edges("tuned,base,merge,\nbase,old,merge,\nold,tuned,merge,\n"),
                        ImportOptions.DEFAULT.withBatchSize(batch)));

        assertThat(refused.cycle()).hasSize(4).startsWith(refused.cycle().get(3));
        assertThat(refused).hasMessageContaining("old -> tuned -> base -> old");
        assertThat(database.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5_000})
    void aCycleAcrossTwoImportsIsRefusedAndTheFirstOneStays(int batch) {
        database.load(Tables.whole());
        long version = database.stores.facts().version();

        assertThatThrownBy(() -> database.load(
                        new LeaderboardFiles(
                                null, file("more.csv", "child,parent,relation\nold,tuned,distill\n"), null),
                        ImportOptions.DEFAULT.withBatchSize(batch)))
                .isInstanceOf(LineageCycleException.class);
        assertThat(database.stores.facts().version()).isEqualTo(version);
    }

    @Test
    void aCycleAcrossTwoImportsIsFoundBeforeTheFirstOfManyBatchesIsWritten() {
        database.load(Tables.whole());
        long version = database.stores.facts().version();

        assertThatThrownBy(() -> database.load(
                        Tables.of(
                                Tables.MODELS + "new,,,,,,,,\n",
                                "child,parent,relation\nnew,tuned,merge\nold,tuned,distill\n",
                                Tables.SCORES),
                        ImportOptions.DEFAULT.withBatchSize(1)))
                .isInstanceOf(LineageCycleException.class);
        assertThat(database.stores.facts().version()).isEqualTo(version);
    }

    @Test
    void aDryRunFindsTheCycleToo() {
        database.load(Tables.whole());

        assertThatThrownBy(() -> database.load(
                        new LeaderboardFiles(
                                null, file("more.csv", "child,parent,relation\nold,tuned,distill\n"), null),
                        ImportOptions.DEFAULT.withDryRun(true)))
                .isInstanceOf(LineageCycleException.class);
    }

    @Test
    void aChainOfAHundredThousandGenerationsIsNoCycle() {
        StringBuilder models = new StringBuilder("model\nm0\n");
        StringBuilder edges = new StringBuilder("child,parent,relation\n");
        for (int at = 1; at <= 100_000; at++) {
            models.append('m').append(at).append('\n');
            edges.append('m').append(at).append(",m").append(at - 1).append(",merge\n");
        }
        CountingStore counting = new CountingStore();
        database.importer(counting)
                .run(
                        new LeaderboardFiles(
                                file("models.csv", models.toString()), file("edges.csv", edges.toString()), null),
                        ImportOptions.DEFAULT,
                        Progress.NONE);

        assertThat(counting.edges()).isEqualTo(100_000);
    }
}

package org.eyrie.sources.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eyrie.sources.Database.file;

import java.time.LocalDate;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.Fault;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.eyrie.model.WriteSummary.Counts;
import org.eyrie.sources.Database;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.spi.ImportReport;
import org.junit.jupiter.api.Test;

class LeaderboardFilesTest {

    private final Database database = new Database();

    @Test
    void everyRowBecomesAFactWithAllItSays() {
        database.load(Tables.whole());

        assertThat(database.stores
                        .lineage()
                        .find(new ModelId("tuned"))
                        .orElseThrow()
                        .traits())
                .isEqualTo(new Traits(
                        "LlamaForCausalLM", 7.2, "chat", "bfloat16", true, false, LocalDate.of(2024, 3, 1), "mit"));
        assertThat(database.stores
                        .lineage()
                        .find(new ModelId("old"))
                        .orElseThrow()
                        .traits())
                .isEqualTo(Traits.UNKNOWN);
        assertThat(database.edges())
                .containsExactlyInAnyOrder(
                        new Derivation(new ModelId("tuned"), new ModelId("base"), Relation.FINETUNE, null, "card"),
                        new Derivation(new ModelId("base"), new ModelId("old"), Relation.UNKNOWN, 0.5, null));
        assertThat(database.scores()).hasSize(3).first().satisfies(score -> {
            assertThat(score.score()).isEqualTo(0.25);
            assertThat(score.items()).isEqualTo(541);
            assertThat(score.source()).isEqualTo("https://example.org/1");
        });
        assertThat(database.stores.scores().benchmarks())
                .containsExactly(
                        Benchmark.stub(new BenchmarkId("GPQA")),
                        new Benchmark(new BenchmarkId("IFEval"), 541, EvaluationSetup.UNKNOWN));
    }

    @Test
    void aBenchmarkIsCountedOnceHoweverManyBatchesItsScoresFill() {
        ImportReport report = database.load(Tables.whole(), ImportOptions.DEFAULT.withBatchSize(1));
        assertThat(report.written().benchmarks().created()).isEqualTo(2);
        assertThat(report.written().benchmarks().changed()).isZero();
    }

    @Test
    void theReportCountsWhatIsNewThenFindsTheSameAgainUnchanged() {
        ImportReport first = database.load(Tables.whole());
        long version = database.stores.facts().version();
        ImportReport second = database.load(Tables.whole());

        assertThat(first.written().models()).isEqualTo(new Counts(3, 0, 0));
        assertThat(first.written().derivations()).isEqualTo(new Counts(2, 0, 0));
        assertThat(first.written().evaluations()).isEqualTo(new Counts(3, 0, 0));
        assertThat(second.written().models()).isEqualTo(new Counts(0, 3, 0));
        assertThat(second.written().derivations()).isEqualTo(new Counts(0, 2, 0));
        assertThat(second.written().evaluations()).isEqualTo(new Counts(0, 3, 0));
        assertThat(database.stores.facts().version()).isEqualTo(version);
    }

    @Test
    void theSizeOfABatchDoesNotChangeTheResult() {
        Database oneByOne = new Database();
        oneByOne.load(Tables.whole(), ImportOptions.DEFAULT.withBatchSize(1));
        database.load(Tables.whole());

        assertThat(oneByOne.stores.lineage().everything())
                .isEqualTo(database.stores.lineage().everything());
        assertThat(oneByOne.scores()).isEqualTo(database.scores());
        assertThat(oneByOne.stores.scores().benchmarks())
                .isEqualTo(database.stores.scores().benchmarks());
    }

    @Test
    void scoresAloneAreAcceptedForModelsTheDatabaseKnows() {
        database.load(new LeaderboardFiles(file("models.csv", Tables.MODELS), null, null));
        database.load(new LeaderboardFiles(null, null, file("scores.csv", Tables.SCORES)));

        assertThat(database.scores()).hasSize(3);
    }

    @Test
    void columnsMayStandInAnyOrderAndUnknownOnesAreIgnoredAndCounted() {
        ImportReport report = database.load(new LeaderboardFiles(
                file("models.csv", "stars,license,model,downloads\n5,mit,a,\n,apache-2.0,b,7\n3,,c,\n"), null, null));

        assertThat(report.written().models().created()).isEqualTo(3);
        assertThat(report.ignored()).containsExactlyInAnyOrderEntriesOf(java.util.Map.of("stars", 2L, "downloads", 1L));
        assertThat(database.stores
                        .lineage()
                        .find(new ModelId("b"))
                        .orElseThrow()
                        .traits()
                        .license())
                .isEqualTo("apache-2.0");
    }

    @Test
    void aBenchmarkHasTheItemsOfItsMostCompleteRun() {
        database.load(Tables.scores("base,B,0.1,10\ntuned,B,0.1,90\nold,B,0.1,30\n"));

        assertThat(database.stores.scores().benchmarks())
                .containsExactly(new Benchmark(new BenchmarkId("B"), 90, EvaluationSetup.UNKNOWN));
    }

    @Test
    void minusOneParameterMeansThatNobodyKnows() {
        database.load(new LeaderboardFiles(file("models.csv", "model,parameters_billions\na,-1.0\n"), null, null));

        assertThat(database.stores
                        .lineage()
                        .find(new ModelId("a"))
                        .orElseThrow()
                        .traits())
                .isEqualTo(Traits.UNKNOWN);
    }

    @Test
    void atLeastOneFileIsNeeded() {
        assertThatThrownBy(() -> new LeaderboardFiles(null, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one file");
    }

    @Test
    void aColumnThatNobodyReadsIsNotedWithTheOneThatWasMeant() {
        ImportReport report = database.load(new LeaderboardFiles(
                null,
                file(
                        "benchmarks.csv",
                        "benchmark,task,metric,version,shots,template,colour\nOurs,piqa,acc,1,7,false,red\n"),
                null,
                null,
                null));
        assertThat(report.notes())
                .extracting(Fault::reason)
                .containsExactly(
                        "The column \"version\" is not read. Did you mean \"task_version\"?",
                        "The column \"shots\" is not read. Did you mean \"n_shot\"?",
                        "The column \"template\" is not read. Did you mean \"chat_template\"?");
        assertThat(report.ignored()).containsKeys("shots", "colour");
    }
}

package org.eyrie.sources.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.eyrie.sources.Database.file;

import java.util.List;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.Facts;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.ModelId;
import org.eyrie.model.Outcomes;
import org.eyrie.model.WriteSummary.Counts;
import org.eyrie.sources.Database;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.spi.ImportReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceFileTest {

    private static final BenchmarkId BENCHMARK = new BenchmarkId("musr");
    private static final String ROWS = "model,outcomes\na,1100\nb,11-0\n";

    private final Database database = new Database();

    @Test
    void theScoreIsTheShareOfCorrectItemsAmongThoseSeen() {
        load(ROWS);

        assertThat(database.stores.scores().outcomes(BENCHMARK))
                .containsExactly(evaluation("a", 0.5, 4, "1100"), evaluation("b", 2.0 / 3, 3, "11-0"));
        assertThat(database.stores.scores().benchmarks())
                .containsExactly(new Benchmark(BENCHMARK, 4, EvaluationSetup.UNKNOWN));
    }

    @Test
    void importingTwiceChangesNothing() {
        load(ROWS);
        ImportReport second = load(ROWS);

        assertThat(second.written().evaluations()).isEqualTo(new Counts(0, 2, 0));
        assertThat(second.written().benchmarks().changed()).isZero();
    }

    @Test
    void aScoreKnownFromElsewhereStaysAndGetsTheOutcomes() {
        Evaluation published = new Evaluation(new ModelId("a"), BENCHMARK, 0.52, 756, null, null, "leaderboard", null);
        database.stores.facts().write(Facts.evaluations(List.of(published)));
        load(ROWS);
        load(ROWS);

        assertThat(database.stores.scores().of(List.of(new ModelId("a")))).containsExactly(published);
        assertThat(database.stores.scores().outcomes(BENCHMARK)).hasSize(2);
    }

    @Test
    void aScoreThatCameFromOutcomesFollowsThem() {
        load(ROWS);
        load("model,outcomes\na,1110\n");

        assertThat(database.stores.scores().outcomes(BENCHMARK)).first().isEqualTo(evaluation("a", 0.75, 4, "1110"));
    }

    @Test
    void aDryRunForetellsTheRealOne() {
        load(ROWS);
        String changed = "model,outcomes\na,1110\nb,11-0\nc,0000\n";
        ImportReport foretold =
                load(changed, ImportOptions.DEFAULT.withDryRun(true).withBatchSize(1));

        assertThat(database.models()).hasSize(2);
        assertThat(foretold.written()).isEqualTo(load(changed).written());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "c,11 | outcomes must have 4 characters as the rows before, not 2: each is an item, and items must not shift",
                "c,11x0 | An outcome is 0, 1 or -, not 'x' (U+0078) at item 2",
                "c,---- | outcomes must hold at least one item that was seen: leave out models that were not evaluated",
                "c, | outcomes must not be blank: leave out models that were not evaluated",
                ",1111 | model must not be blank",
                "a,1101 | The score of a on musr stands twice: on line 2 as 0.5, here it is 0.75: keep one of them",
                "a,0011 | The score of a on musr stands twice: on line 2 with other outcomes of its items: keep one of them",
            })
    void aBadRowIsNamedAndNothingIsWritten(String row, String reason) {
        var refused = catchThrowableOfType(InvalidInputException.class, () -> load(ROWS + row + "\n"));

        assertThat(refused.faults()).containsExactly(new Fault("musr.csv line 4", reason));
        assertThat(database.isEmpty()).isTrue();
    }

    @Test
    void otherColumnsAreIgnoredAndCounted() {
        ImportReport report = load("model,outcomes,rank\na,1100,1\nb,1111,\n");

        assertThat(report.ignored()).isEqualTo(java.util.Map.of("rank", 1L));
        assertThat(report.written().evaluations().created()).isEqualTo(2);
    }

    @Test
    void aFileThatBreaksOffIsRefused() {
        for (int cut = ROWS.length() - 2; ROWS.charAt(cut) != ','; cut--) {
            String broken = ROWS.substring(0, cut);
            assertThatThrownBy(() -> load(broken)).as(broken).isInstanceOf(InvalidInputException.class);
        }
        assertThat(database.isEmpty()).isTrue();
    }

    @Test
    void outcomesOfAnotherLengthThanThoseInTheDatabaseAreRefused() {
        load(ROWS);
        var refused = catchThrowableOfType(InvalidInputException.class, () -> load("model,outcomes\nc,11000\n"));

        assertThat(refused.faults().get(0).reason()).contains("4 characters as those in the database, not 5");
    }

    private ImportReport load(String rows) {
        return load(rows, ImportOptions.DEFAULT);
    }

    private ImportReport load(String rows, ImportOptions options) {
        return database.load(new InstanceFile(BENCHMARK, file("musr.csv", rows), database.stores.scores()), options);
    }

    private static Evaluation evaluation(String model, double score, int seen, String outcomes) {
        return new Evaluation(new ModelId(model), BENCHMARK, score, seen, null, new Outcomes(outcomes), null, null);
    }
}

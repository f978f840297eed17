package org.eyrie.sources.ndjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.eyrie.sources.Database.file;

import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.InvalidInputException;
import org.eyrie.sources.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A score may carry what became of its items in place of a line for each. */
class OutcomesOfScoresTest {

    private static final BenchmarkId QA = new BenchmarkId("qa");
    private static final String SCORE =
            "{\"kind\":\"score\",\"model\":\"a/b\",\"benchmark\":\"qa\",\"value\":0.5,%s}\n";

    private final Database database = new Database();

    @Test
    void outcomesBelongToTheirScore() {
        load("\"items\":9,\"outcomes\":\"01-1\"");
        assertThat(database.stores.scores().outcomes(QA)).singleElement().satisfies(score -> {
            assertThat(String.valueOf(score.outcomes())).contains("01-1");
            assertThat(score.score()).isEqualTo(0.5);
            assertThat(score.items()).isEqualTo(9);
        });
        assertThat(database.stores.scores().benchmarks())
                .singleElement()
                .satisfies(benchmark -> assertThat(benchmark.items()).isEqualTo(4));
    }

    @Test
    void itemsWithNamesLineUpAcrossModels() {
        load("\"outcomes\":\"10\",\"item_names\":[\"x\",\"y\"]");
        database.load(new NdjsonSource(file(
                "more.ndjson",
                SCORE.replace("a/b", "a/c").formatted("\"outcomes\":\"10\",\"item_names\":[\"y\",\"x\"]"))));
        assertThat(database.stores.scores().outcomes(QA))
                .extracting(Evaluation::outcomes)
                .extracting(outcomes -> outcomes == null ? "" : outcomes.value())
                .containsExactly("10", "01");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'outcomes':'012' | An outcome is 0, 1 or -",
                "'outcomes':['0'] | outcomes must be text",
                "'outcomes':'01','item_names':['x'] | 2 outcomes cannot have 1 names",
                "'outcomes':'01','item_names':['x','x'] | must not hold a name twice",
                "'outcomes':'01','item_names':['x',null] | must hold names",
                "'outcomes':'01','item_names':'xy' | item_names must be a list",
                "'item_names':['x'] | item_names need outcomes",
            })
    void outcomesThatAreNoneAreRefused(String fields, String reason) {
        InvalidInputException refused =
                catchThrowableOfType(InvalidInputException.class, () -> load(fields.replace('\'', '"')));
        assertThat(refused.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.where()).contains("line 1");
            assertThat(fault.reason()).contains(reason);
        });
    }

    private void load(String fields) {
        database.load(new NdjsonSource(file("facts.ndjson", SCORE.formatted(fields))));
    }
}

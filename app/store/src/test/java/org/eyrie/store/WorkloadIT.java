package org.eyrie.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eyrie.model.contract.Samples.benchmark;
import static org.eyrie.model.contract.Samples.model;
import static org.eyrie.model.contract.Samples.score;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Facts;
import org.eyrie.model.Fit;
import org.eyrie.model.FitId;
import org.eyrie.model.Payload;
import org.eyrie.model.Prediction;
import org.eyrie.store.statement.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many statements a call runs. */
class WorkloadIT {

    private static final int BENCHMARKS = 20;

    private final CountedStatements statements = new CountedStatements();
    private Neo4jStores stores = TestDatabase.emptyStores();

    @BeforeEach
    void scoresOnManyBenchmarks() {
        stores = Neo4jStores.over(statements.over(TestDatabase.driver()), TestDatabase.settings());
        stores.ports().facts().write(Facts.evaluations(evaluations()));
        stores.ports()
                .fits()
                .save(new Fit(
                        new FitId("one"), Instant.EPOCH, "{}", 1, "f00d", 1, -1, "CONVERGED", Payload.of(new byte[0])));
    }

    @Test
    void predictionsOnManyBenchmarksAreSavedWithAsManyStatementsAsOnOne() {
        List<String> one = statements.textsDuring(() -> stores.ports().fits().savePredictions(predictions(1)));
        assertThat(one).isNotEmpty();
        assertThat(statements.textsDuring(() -> stores.ports().fits().savePredictions(predictions(BENCHMARKS))))
                .hasSameSizeAs(one);
    }

    @Test
    void aQuestionAboutOneBenchmarkDoesNotReadThemAll() {
        assertThat(statements.textsDuring(() -> {
                    stores.ports().scores().best(benchmark("benchmark 1"), null, 5);
                    stores.ports().scores().outcomes(benchmark("benchmark 1"));
                    stores.ports().scores().itemNames(benchmark("benchmark 1"));
                }))
                .hasSize(6)
                .doesNotContain(Statement.BENCHMARKS.text());
    }

    private static List<Evaluation> evaluations() {
        return IntStream.range(0, BENCHMARKS)
                .mapToObj(number -> score("a", "benchmark " + number, .5))
                .toList();
    }

    private static List<Prediction> predictions(int benchmarks) {
        return IntStream.range(0, benchmarks)
                .mapToObj(number -> new Prediction(
                        model("a"), benchmark("benchmark " + number), .5, .4, .6, .9, new FitId("one"), null))
                .toList();
    }
}

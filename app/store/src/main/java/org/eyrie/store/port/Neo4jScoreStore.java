package org.eyrie.store.port;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.LineageStore;
import org.eyrie.model.Measurement;
import org.eyrie.model.ModelId;
import org.eyrie.model.Provenance;
import org.eyrie.model.ScoreStore;
import org.eyrie.store.row.BenchmarkRow;
import org.eyrie.store.row.EvaluationRow;
import org.eyrie.store.statement.Statement;
import org.eyrie.store.transaction.Database;
import org.eyrie.store.write.ItemPositions;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

public final class Neo4jScoreStore implements ScoreStore {

    private final Database database;
    private final Stretches stretches;

    public Neo4jScoreStore(Database database) {
        this.database = database;
        this.stretches = new Stretches(database);
    }

    @Override
    public List<Benchmark> benchmarks() {
        return database.read(work -> work.list(Statement.BENCHMARKS, Map.of(), BenchmarkRow::read));
    }

    @Override
    public List<Evaluation> of(Collection<ModelId> models) {
        List<String> ids = models.stream().map(ModelId::value).toList();
        return stretches.read(ids, Statement.SCORES_OF_MODELS, EvaluationRow::read);
    }

    @Override
    public List<Evaluation> all() {
        return stretches.read(Statement.ALL_SCORES, Statement.SCORES_OF_MODELS, EvaluationRow::read);
    }

    @Override
    public List<Measurement> measurements() {
        return stretches.read(Statement.ALL_SCORES, Statement.SCORES_OF_MODELS, EvaluationRow::measurement);
    }

    @Override
    public List<Measurement> measurements(Collection<ModelId> models) {
        List<String> ids = models.stream().map(ModelId::value).toList();
        return database.read(
                work -> work.list(Statement.SCORES_OF_MODELS, Map.of("ids", ids), EvaluationRow::measurement));
    }

    @Override
    public List<Measurement> overtaken() {
        return database.read(work -> work.list(Statement.OVERTAKEN, Map.of(), EvaluationRow::measurement));
    }

    @Override
    public List<Measurement> overtaken(Collection<ModelId> models) {
        List<String> ids = models.stream().map(ModelId::value).toList();
        return database.read(
                work -> work.list(Statement.OVERTAKEN_OF_MODELS, Map.of("ids", ids), EvaluationRow::measurement));
    }

    @Override
    public List<Evaluation> outcomes(BenchmarkId benchmark) {
        return database.read(work -> {
            new Known(work).require(benchmark);
            return work.list(Statement.OUTCOMES, Map.of("benchmarkId", benchmark.value()), EvaluationRow::read);
        });
    }

    @Override
    public List<String> itemNames(BenchmarkId benchmark) {
        return database.read(work -> {
            new Known(work).require(benchmark);
            return ItemPositions.names(work, benchmark);
        });
    }

    @Override
    public List<Evaluation> outcomes(Collection<ModelId> models) {
        List<String> ids = models.stream().map(ModelId::value).toList();
        return stretches.read(ids, Statement.OUTCOMES_OF_MODELS, EvaluationRow::read);
    }

    @Override
    public List<Evaluation> best(BenchmarkId benchmark, @Nullable ModelId family, int limit) {
        LineageStore.checkLimit(limit);
        return database.read(work -> {
            new Known(work).require(benchmark);
            if (family == null) {
                Map<String, Object> everybody = Map.of("benchmarkId", benchmark.value(), "limit", limit);
                return work.list(Statement.BEST, everybody, EvaluationRow::read);
            }
            new Known(work).require(family);
            Map<String, Object> relatives =
                    Map.of("benchmarkId", benchmark.value(), "founderId", family.value(), "limit", limit);
            return work.list(Statement.BEST_OF_FAMILY, relatives, EvaluationRow::read);
        });
    }

    @Override
    public Optional<Provenance> recorded(ModelId model, BenchmarkId benchmark) {
        return database.read(work -> work.first(
                Statement.RECORDED,
                Map.of("modelId", model.value(), "benchmarkId", benchmark.value()),
                row -> new Provenance(
                        row.get("recorded_from").asString(),
                        row.get("recorded_at").asZonedDateTime().toInstant())));
    }

    @Override
    public List<Coverage> coverage() {
        return database.read(work -> work.list(Statement.COVERAGE, Map.of(), Neo4jScoreStore::coverage));
    }

    private static Coverage coverage(Record row) {
        return new Coverage(
                new BenchmarkId(row.get("benchmark").asString()),
                row.get("evaluated").asInt(),
                row.get("with_outcomes").asInt(),
                row.get("models").asInt());
    }
}

package org.eyrie.store.port;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.FitId;
import org.eyrie.model.ModelId;
import org.eyrie.model.UnknownBenchmarkException;
import org.eyrie.model.UnknownFitException;
import org.eyrie.model.UnknownModelException;
import org.eyrie.store.row.BenchmarkRow;
import org.eyrie.store.row.ModelRow;
import org.eyrie.store.statement.Statement;
import org.eyrie.store.transaction.Work;
import org.neo4j.driver.Record;

/** Refuses what is said or asked about strangers: one statement, however many they are, and of several the first by id. */
final class Known {

    private final Work work;

    Known(Work work) {
        this.work = work;
    }

    /** @throws UnknownModelException if the model is not in the store */
    void require(ModelId model) {
        requireModels(List.of(model));
    }

    /** @throws UnknownBenchmarkException if the benchmark is not in the store; it names those that are */
    void require(BenchmarkId benchmark) {
        requireBenchmarks(List.of(benchmark));
    }

    /** @throws UnknownModelException if a model is not in the store */
    void requireModels(Collection<ModelId> models) {
        stranger(models, ModelId::value, Statement.KNOWN_MODELS, ModelRow::id).ifPresent(stranger -> {
            throw new UnknownModelException(stranger);
        });
    }

    /** @throws UnknownBenchmarkException if a benchmark is not in the store; it names those that are */
    void requireBenchmarks(Collection<BenchmarkId> benchmarks) {
        stranger(benchmarks, BenchmarkId::value, Statement.KNOWN_BENCHMARKS, row -> BenchmarkRow.read(row)
                        .id())
                .ifPresent(stranger -> {
                    throw new UnknownBenchmarkException(stranger, all());
                });
    }

    /** @throws UnknownFitException if a fit is not in the store */
    void requireFits(Collection<FitId> fits) {
        stranger(
                        fits,
                        FitId::value,
                        Statement.KNOWN_FITS,
                        row -> new FitId(row.get("id").asString()))
                .ifPresent(stranger -> {
                    throw new UnknownFitException(stranger);
                });
    }

    private List<BenchmarkId> all() {
        return work.list(
                Statement.BENCHMARKS, Map.of(), row -> BenchmarkRow.read(row).id());
    }

    private <T extends Comparable<T>> Optional<T> stranger(
            Collection<T> wanted, Function<T, String> value, Statement known, Function<Record, T> id) {
        TreeSet<T> strangers = new TreeSet<>(wanted);
        List<String> ids = strangers.stream().map(value).toList();
        work.list(known, Map.of("ids", ids), id).forEach(strangers::remove);
        return strangers.stream().findFirst();
    }
}

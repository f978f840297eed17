package org.eyrie.sources.leaderboard;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eyrie.model.BenchmarkId;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.spi.UnknownModels;
import org.eyrie.sources.text.Input;
import org.jspecify.annotations.Nullable;

/**
 * A leaderboard as up to five CSV files: models with their traits, benchmarks with their setups, edges, scores, recipes.
 * What their columns mean stands with {@link ModelTable}, {@link BenchmarkTable}, {@link EdgeTable}, {@link ScoreTable}
 * and {@link RecipeTable}.
 */
public final class LeaderboardFiles implements Source {

    private final @Nullable Input models;
    private final @Nullable Input benchmarks;
    private final @Nullable Input edges;
    private final @Nullable Input scores;
    private final @Nullable Input recipes;
    private final ScoreColumns columns;
    private UnknownModels unknownModels = UnknownModels.ARE_REJECTED;

    // Every source is read twice; the first reading counts what the second one declares.
    private Map<BenchmarkId, Integer> items = Map.of();

    /** The three that most leaderboards have. */
    public LeaderboardFiles(@Nullable Input models, @Nullable Input edges, @Nullable Input scores) {
        this(models, null, edges, scores, null);
    }

    /**
     * At least one of the five.
     *
     * @param edges with edges of models that {@code models} or the store names
     * @param scores with scores of models that {@code models} or the store names
     * @param recipes of models that {@code models} or the store names
     */
    public LeaderboardFiles(
            @Nullable Input models,
            @Nullable Input benchmarks,
            @Nullable Input edges,
            @Nullable Input scores,
            @Nullable Input recipes) {
        this(models, benchmarks, edges, scores, recipes, ScoreColumns.USUAL);
    }

    /** @param columns how the table of scores is to be read */
    public LeaderboardFiles(
            @Nullable Input models,
            @Nullable Input benchmarks,
            @Nullable Input edges,
            @Nullable Input scores,
            @Nullable Input recipes,
            ScoreColumns columns) {
        this.columns = columns;
        this.models = models;
        this.benchmarks = benchmarks;
        this.edges = edges;
        this.scores = scores;
        this.recipes = recipes;
        if (inputs().findAny().isEmpty()) {
            throw new IllegalArgumentException("Name at least one file: of models, of edges or of scores");
        }
    }

    @Override
    public String name() {
        return inputs().map(Input::name).collect(Collectors.joining(", "));
    }

    @Override
    public String origin() {
        return inputs().map(Input::origin).collect(Collectors.joining(", "));
    }

    /** This one, which does that with models that nobody named before; otherwise they are rejected. */
    public LeaderboardFiles where(UnknownModels what) {
        unknownModels = what;
        return this;
    }

    @Override
    public UnknownModels unknownModels() {
        return unknownModels;
    }

    @Override
    public boolean namesBenchmarks() {
        return true;
    }

    // Models first: what comes after them is held against their names.
    @Override
    public void read(FactSink sink) throws IOException {
        WholeFiles whole = new WholeFiles(inputs().mapToLong(Input::bytes).sum());
        whole.read(models, (input, base, total) -> ModelTable.read(input, sink, base, total));
        whole.read(benchmarks, (input, base, total) -> BenchmarkTable.read(input, sink, base, total));
        whole.read(edges, (input, base, total) -> EdgeTable.read(input, sink, base, total));
        whole.read(scores, (input, base, total) -> {
            if (columns.benchmarks().isEmpty()) {
                items = ScoreTable.read(input, columns, sink, base, total, items);
            } else {
                WideTable.read(input, columns, sink, base, total);
            }
        });
        whole.read(recipes, (input, base, total) -> RecipeTable.read(input, sink, base, total));
    }

    private Stream<Input> inputs() {
        return Stream.of(
                        Optional.ofNullable(models),
                        Optional.ofNullable(benchmarks),
                        Optional.ofNullable(edges),
                        Optional.ofNullable(scores),
                        Optional.ofNullable(recipes))
                .flatMap(Optional::stream);
    }

    /** Reads a table whose first byte is so many bytes into all of them. */
    @FunctionalInterface
    private interface Table {
        void read(Input input, long base, long total) throws IOException;
    }

    /** Counts the bytes of whole files. */
    private static final class WholeFiles {

        private final long total;
        private long done;

        WholeFiles(long total) {
            this.total = total;
        }

        void read(@Nullable Input input, Table table) throws IOException {
            if (input != null) {
                table.read(input, done, total);
                done += input.bytes();
            }
        }
    }
}

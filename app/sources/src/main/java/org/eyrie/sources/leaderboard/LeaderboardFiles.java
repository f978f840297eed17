package org.eyrie.sources.leaderboard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eyrie.model.BenchmarkId;
import org.eyrie.sources.FactSink;
import org.eyrie.sources.Source;
import org.eyrie.sources.UnknownModels;
import org.eyrie.sources.text.Input;
import org.jspecify.annotations.Nullable;

/**
 * A leaderboard as up to three CSV files: models with their traits, edges, scores. What their columns mean stands
 * with {@link ModelTable}, {@link EdgeTable} and {@link ScoreTable}.
 */
public final class LeaderboardFiles implements Source {

    private final @Nullable Input models;
    private final @Nullable Input edges;
    private final @Nullable Input scores;

    // Every source is read twice; the first reading counts what the second one declares.
    private Map<BenchmarkId, Integer> items = Map.of();

    /**
     * At least one of the three.
     *
     * @param edges with edges of models that {@code models} or the store names
     * @param scores with scores of models that {@code models} or the store names
     */
    public LeaderboardFiles(@Nullable Input models, @Nullable Input edges, @Nullable Input scores) {
        if (models == null && edges == null && scores == null) {
            throw new IllegalArgumentException("Name at least one file: of models, of edges or of scores");
        }
        this.models = models;
        this.edges = edges;
        this.scores = scores;
    }

    @Override
    public String name() {
        return inputs().map(Input::name).collect(Collectors.joining(", "));
    }

    @Override
    public UnknownModels unknownModels() {
        return UnknownModels.ARE_REJECTED;
    }

    // Models first: the edges and scores after them are held against their names.
    @Override
    public void read(FactSink sink) throws IOException {
        long total = inputs().mapToLong(Input::bytes).sum();
        List<Input> done = new ArrayList<>();
        if (models != null) {
            ModelTable.read(models, sink, 0, total);
            done.add(models);
        }
        if (edges != null) {
            EdgeTable.read(edges, sink, bytes(done), total);
            done.add(edges);
        }
        if (scores != null) {
            items = ScoreTable.read(scores, sink, bytes(done), total, items);
        }
    }

    private Stream<Input> inputs() {
        return Stream.of(models, edges, scores).flatMap(Stream::ofNullable);
    }

    private static long bytes(List<Input> inputs) {
        return inputs.stream().mapToLong(Input::bytes).sum();
    }
}

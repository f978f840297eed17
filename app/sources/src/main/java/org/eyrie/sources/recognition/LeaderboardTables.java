package org.eyrie.sources.recognition;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eyrie.sources.leaderboard.LeaderboardFiles;
import org.eyrie.sources.recognition.FileFormat.Found;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.spi.UnknownModels;
import org.eyrie.sources.text.Input;
import org.jspecify.annotations.Nullable;

/** Tables of a leaderboard, which are read together: models first. */
final class LeaderboardTables {

    private enum Kind {
        MODELS,
        BENCHMARKS,
        EDGES,
        SCORES,
        RECIPES
    }

    private LeaderboardTables() {}

    static boolean fit(Peek peek) {
        return kind(peek).isPresent();
    }

    /** Of each kind one at a time, until all are read. */
    static List<Source> sources(List<Found> files, UnknownModels unknown) {
        Map<Kind, List<Input>> tables = new EnumMap<>(Kind.class);
        for (Found found : files) {
            kind(found.peek()).ifPresent(kind -> tables.computeIfAbsent(kind, key -> new ArrayList<>())
                    .add(Input.of(found.file())));
        }
        int most = tables.values().stream().mapToInt(List::size).max().orElse(0);
        List<Source> sources = new ArrayList<>();
        for (int turn = 0; turn < most; turn++) {
            LeaderboardFiles tablesOfOne = new LeaderboardFiles(
                    table(tables, Kind.MODELS, turn),
                    table(tables, Kind.BENCHMARKS, turn),
                    table(tables, Kind.EDGES, turn),
                    table(tables, Kind.SCORES, turn),
                    table(tables, Kind.RECIPES, turn));
            sources.add(tablesOfOne.where(unknown));
        }
        return sources;
    }

    private static @Nullable Input table(Map<Kind, List<Input>> tables, Kind kind, int turn) {
        List<Input> all = tables.getOrDefault(kind, List.of());
        return turn < all.size() ? all.get(turn) : null;
    }

    private static Optional<Kind> kind(Peek peek) {
        if (peek.isJson()) {
            return Optional.empty();
        }
        boolean model = peek.hasColumns("model");
        boolean benchmark = peek.hasColumns("benchmark");
        return Stream.of(
                        when(peek.hasColumns("child", "parent"), Kind.EDGES),
                        when(model && benchmark && peek.hasColumns("score"), Kind.SCORES),
                        when(model && peek.hasColumns("method", "recipe"), Kind.RECIPES),
                        when(
                                benchmark && !model && peek.hasColumnOf("items", "task", "metric", "n_shot", "harness"),
                                Kind.BENCHMARKS),
                        when(
                                model
                                        && !benchmark
                                        && peek.hasColumnOf(
                                                "architecture",
                                                "parameters_billions",
                                                "precision",
                                                "chat_template",
                                                "moe",
                                                "uploaded"),
                                Kind.MODELS))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Kind> when(boolean fits, Kind kind) {
        return fits ? Optional.of(kind) : Optional.empty();
    }
}

package org.eyrie.engine.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.FitId;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.Prediction;
import org.eyrie.model.Relation;
import org.jspecify.annotations.Nullable;

/** Every model at one moment; answers from memory. */
final class Board {

    /** How many columns there are where nobody says which: as many as fit a window. */
    private static final int COLUMNS = 6;

    private final List<BoardModel> models;
    private final List<BenchmarkId> all;
    private final BoardPage.Kinds kinds;
    private final @Nullable FitId fit;
    private final boolean stale;

    Board(
            Neighbourhood graph,
            List<Evaluation> scores,
            List<Prediction> predictions,
            @Nullable FitId fit,
            boolean stale) {
        this.fit = fit;
        this.stale = stale;
        Map<ModelId, Relation> relations = new HashMap<>();
        for (Derivation derivation : graph.derivations()) {
            relations.merge(derivation.child(), derivation.relation(), Board::clearer);
        }
        Map<ModelId, Map<BenchmarkId, BoardCell>> cells = cells(scores, predictions);
        models = graph.models().stream()
                .map(model ->
                        new BoardModel(model, relations.get(model.id()), cells.getOrDefault(model.id(), Map.of())))
                .toList();
        all = frequent(scores.stream().map(Evaluation::benchmark).toList());
        kinds = new BoardPage.Kinds(
                frequent(relations.values().stream().map(Relation::code).toList()),
                frequent(traits(graph, model -> model.traits().architecture())),
                frequent(traits(graph, model -> model.traits().type())),
                frequent(traits(graph, model -> model.traits().license())));
    }

    // A model with several parents is a merge, whatever one of its edges is.
    private static Relation clearer(Relation one, Relation other) {
        return one == other ? one : Relation.MERGE;
    }

    private static Map<ModelId, Map<BenchmarkId, BoardCell>> cells(
            List<Evaluation> scores, List<Prediction> predictions) {
        Map<ModelId, Map<BenchmarkId, Prediction>> predicted = new HashMap<>();
        predictions.forEach(each ->
                predicted.computeIfAbsent(each.model(), id -> new HashMap<>()).put(each.benchmark(), each));
        Map<ModelId, Map<BenchmarkId, BoardCell>> cells = new HashMap<>();
        predictions.forEach(each ->
                cells.computeIfAbsent(each.model(), id -> new HashMap<>()).put(each.benchmark(), BoardCell.of(each)));
        scores.forEach(score -> cells.computeIfAbsent(score.model(), id -> new HashMap<>())
                .put(
                        score.benchmark(),
                        BoardCell.of(
                                score,
                                predicted.getOrDefault(score.model(), Map.of()).get(score.benchmark()))));
        return cells;
    }

    private static List<String> traits(Neighbourhood graph, Function<Model, @Nullable String> trait) {
        return graph.models().stream().map(trait).filter(Objects::nonNull).toList();
    }

    private static <T extends Comparable<T>> List<T> frequent(List<T> values) {
        Map<T, Long> counts = values.stream().collect(Collectors.groupingBy(each -> each, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<T, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Models by what somebody typed, the one that is most likely meant first. */
    FoundModels search(String text, int offset, int limit) {
        return ModelSearch.of(text, models, offset, limit);
    }

    BoardPage page(BoardQuestion question, int offset, int limit) {
        List<BenchmarkId> chosen =
                question.benchmarks().isEmpty() ? all.subList(0, Math.min(COLUMNS, all.size())) : question.benchmarks();
        List<BoardRow> rows = models.stream()
                .filter(model -> question.takes(model, chosen))
                .map(model -> row(model, chosen))
                .collect(Collectors.toCollection(ArrayList::new));
        RankRange ranks = new RankRange(
                rows.stream().map(BoardRow::mean).filter(Objects::nonNull).toList());
        rows.sort(order(question, chosen));
        List<BoardRow> shown = rows.stream()
                .skip(offset)
                .limit(limit)
                .map(row -> ranked(row, ranks))
                .toList();
        return new BoardPage(shown, offset, rows.size(), models.size(), chosen, all, fit, stale, kinds);
    }

    private static BoardRow row(BoardModel model, List<BenchmarkId> chosen) {
        List<@Nullable BoardCell> cells = new ArrayList<>();
        List<BoardCell> there = new ArrayList<>();
        for (BenchmarkId benchmark : chosen) {
            BoardCell cell = model.cells().get(benchmark);
            cells.add(cell);
            if (cell != null) {
                there.add(cell);
            }
        }
        BoardCell mean = there.isEmpty() || there.size() < chosen.size() ? null : BoardCell.mean(there);
        return new BoardRow(model.model(), model.relation(), null, null, mean, cells);
    }

    private static BoardRow ranked(BoardRow row, RankRange ranks) {
        BoardCell mean = row.mean();
        return mean == null
                ? row
                : new BoardRow(row.model(), row.relation(), ranks.best(mean), ranks.worst(mean), mean, row.cells());
    }

    /** What has no value comes last, whichever way the rest is sorted. */
    private static Comparator<BoardRow> order(BoardQuestion question, List<BenchmarkId> chosen) {
        BenchmarkId benchmark = question.benchmark();
        int column = benchmark == null ? -1 : chosen.indexOf(benchmark);
        Comparator<BoardRow> order =
                switch (question.sort()) {
                    case MEAN -> by(question, row -> value(row.mean()));
                    case BENCHMARK ->
                        by(
                                question,
                                row -> column < 0 ? null : value(row.cells().get(column)));
                    case NAME -> by(question, row -> row.model().id().value().toLowerCase(java.util.Locale.ROOT));
                    case SIZE -> by(question, row -> row.model().traits().parametersBillions());
                    case DATE -> by(question, row -> row.model().traits().uploaded());
                };
        return order.thenComparing(row -> row.model().id());
    }

    private static @Nullable Double value(@Nullable BoardCell cell) {
        return cell == null ? null : cell.value();
    }

    private static <T extends Comparable<? super T>> Comparator<BoardRow> by(
            BoardQuestion question, Function<BoardRow, @Nullable T> key) {
        Comparator<T> natural = Comparator.naturalOrder();
        Comparator<T> wanted = question.ascending() ? natural : natural.reversed();
        return (one, other) -> {
            T mine = key.apply(one);
            T theirs = key.apply(other);
            if (mine == null || theirs == null) {
                return Boolean.compare(mine == null, theirs == null);
            }
            return wanted.compare(mine, theirs);
        };
    }
}

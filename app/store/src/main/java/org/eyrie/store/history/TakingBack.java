package org.eyrie.store.history;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eyrie.model.Fault;
import org.eyrie.model.Forgotten;
import org.eyrie.model.Forgotten.Counts;
import org.eyrie.store.statement.Statement;
import org.eyrie.store.transaction.Work;
import org.jspecify.annotations.Nullable;

/**
 * Takes one import back, a bounded part of it a transaction. After each of them the graph is whole, and what is left is what
 * the next one finds; so whoever is killed in between begins again where that was.
 */
final class TakingBack {

    private static final int FACTS = 5_000;
    private static final int TRAILS = 500;
    private static final int BENCHMARKS = 50;

    private final Work work;
    private final long number;

    TakingBack(Work work, long number) {
        this.work = work;
        this.number = number;
    }

    /** The next part; empty where nothing is left to be done. The ledger's lock must be held. */
    Optional<Forgotten> next() {
        return Stream.<java.util.function.Supplier<Optional<Forgotten>>>of(
                        this::changed,
                        this::createdAndChangedSince,
                        () -> removed(Statement.REMOVE_DERIVATIONS, FactKind.DERIVATION),
                        () -> removed(Statement.REMOVE_EVALUATIONS, FactKind.SCORE),
                        () -> removed(Statement.REMOVE_RECIPES, FactKind.RECIPE),
                        this::models,
                        this::benchmarks,
                        () -> unspokenOf(Statement.REMOVE_STRANGERS, FactKind.MODEL, FACTS),
                        () -> unspokenOf(Statement.REMOVE_EMPTY_BENCHMARKS, FactKind.BENCHMARK, BENCHMARKS),
                        this::items)
                .flatMap(part -> part.get().stream())
                .findFirst();
    }

    private Optional<Forgotten> changed() {
        return along(Statement.CHANGED_BY, trail -> trail.takeBack(number));
    }

    private Optional<Forgotten> createdAndChangedSince() {
        return along(Statement.CREATED_BY, Trail::uncreate);
    }

    private Optional<Forgotten> along(Statement statement, Consumer<Trail> change) {
        List<Trail> trails = work.list(statement, Map.of("number", number, "limit", TRAILS), Trail::of);
        if (trails.isEmpty()) {
            return Optional.empty();
        }
        trails.forEach(change);
        write(trails);
        Forgotten sum = Forgotten.NOTHING;
        for (Trail trail : trails) {
            sum = sum.plus(told(trail));
        }
        return Optional.of(sum);
    }

    private void write(List<Trail> trails) {
        List<String> gone =
                trails.stream().flatMap(trail -> trail.gone().stream()).toList();
        work.run(Statement.FORGET_STEPS, Map.of("ids", gone));
        work.run(
                Statement.CORRECT_STEPS,
                Map.of(
                        "rows",
                        trails.stream()
                                .flatMap(trail -> trail.corrections().stream())
                                .toList()));
        Map<FactKind, List<Map<String, @Nullable Object>>> facts = new EnumMap<>(FactKind.class);
        trails.forEach(trail ->
                facts.computeIfAbsent(trail.kind(), kind -> new ArrayList<>()).add(trail.fact()));
        facts.forEach((kind, rows) -> work.run(kind.restore(), Map.of("rows", rows)));
    }

    private static Forgotten told(Trail trail) {
        Long since = trail.since();
        if (since != null) {
            String reason = "stays: import " + since + " changed it since";
            return new Forgotten(Counts.NONE, Counts.NONE, 0, 0, 1, List.of(new Fault(trail.words(), reason)), false);
        }
        return new Forgotten(
                Counts.NONE, trail.isOrphan() ? Counts.NONE : trail.kind().times(1), 0, 0, 0, List.of(), false);
    }

    /** Those of the import, then those that nobody speaks of since its changes are taken back. */
    private Optional<Forgotten> removed(Statement statement, FactKind kind) {
        return Stream.of(number, Trail.NOBODY)
                .flatMap(of -> work
                        .first(statement, Map.of("number", of, "limit", FACTS), row -> row.get("removed")
                                .asLong())
                        .filter(removed -> removed > 0)
                        .stream())
                .findFirst()
                .map(removed -> removed(kind, removed, 0));
    }

    private Optional<Forgotten> models() {
        return work.first(Statement.STRIP_MODELS, Map.of("number", number, "limit", FACTS), row -> row)
                .filter(row -> row.get("models").asLong() > 0)
                .map(row ->
                        new Forgotten(Counts.NONE, Counts.NONE, row.get("stubs").asLong(), 0, 0, List.of(), false));
    }

    private Optional<Forgotten> benchmarks() {
        return work.first(Statement.STRIP_BENCHMARKS, Map.of("number", number, "limit", FACTS), row -> row)
                .filter(row -> row.get("benchmarks").asLong() > 0)
                .map(row -> Forgotten.NOTHING);
    }

    private Optional<Forgotten> unspokenOf(Statement statement, FactKind kind, int limit) {
        return work.first(statement, Map.of("limit", limit), row -> row)
                .filter(row -> row.get("removed").asLong() > 0)
                .map(row -> removed(
                        kind,
                        row.get("removed").asLong(),
                        row.get("predictions").asLong()));
    }

    private Optional<Forgotten> items() {
        return work.first(Statement.REMOVE_ITEMS, Map.of("number", number), row -> row.get("removed")
                        .asLong())
                .filter(removed -> removed > 0)
                .map(removed -> Forgotten.NOTHING);
    }

    private static Forgotten removed(FactKind kind, long count, long predictions) {
        return new Forgotten(kind.times(count), Counts.NONE, 0, predictions, 0, List.of(), false);
    }
}

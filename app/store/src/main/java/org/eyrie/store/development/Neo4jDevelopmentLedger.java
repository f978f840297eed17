package org.eyrie.store.development;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eyrie.model.Facts;
import org.eyrie.model.Model;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentLedger;
import org.eyrie.model.development.DevelopmentPlan;
import org.eyrie.model.development.FailedRun;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.Proposal;
import org.eyrie.model.development.RunOrder;
import org.eyrie.model.development.SearchFaults;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.model.development.SearchState;
import org.eyrie.store.statement.Statement;
import org.eyrie.store.transaction.Batches;
import org.eyrie.store.transaction.Database;
import org.eyrie.store.transaction.Work;
import org.eyrie.store.write.FactWriter;
import org.eyrie.store.write.Latest;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** Searches as nodes and edges. Every write is one transaction that holds the search's lock. */
public final class Neo4jDevelopmentLedger implements DevelopmentLedger {

    private final Database database;
    private final Batches batches;

    public Neo4jDevelopmentLedger(Database database, int batchRows) {
        this.database = database;
        this.batches = new Batches(batchRows);
    }

    @Override
    public void begin(DevelopmentPlan plan) {
        Facts models = Facts.models(Stream.concat(Stream.of(plan.base()), plan.parents().stream())
                .map(Model::stub)
                .toList());
        database.change(work -> {
            Value begun = work.first(
                            Statement.BEGIN_SEARCH,
                            Map.of("id", plan.id().value(), "properties", PlanRow.of(plan)),
                            row -> row.get("development"))
                    .orElseThrow();
            SearchFaults.refuseOther(PlanRow.read(begun), plan);
            new FactWriter(work, batches).write(Latest.of(models));
            link(work, plan);
        });
    }

    @Override
    public SearchRecord read(DevelopmentId id) {
        return database.read(work -> {
            // In this order: what a later statement finds beyond an earlier one contradicts nothing.
            Value development = development(work, id);
            List<Value> runs = work.list(Statement.RUNS_OF_SEARCH, Map.of("id", id.value()), row -> row.get("run"));
            List<Proposal> proposals =
                    work.list(Statement.PROPOSALS_OF_SEARCH, Map.of("id", id.value()), ProposalRow::read);
            return new SearchRecord(
                    PlanRow.read(development),
                    proposals,
                    runs.stream().map(RunRow::order).toList(),
                    runs.stream().filter(RunRow::isDone).map(RunRow::run).toList(),
                    runs.stream().filter(RunRow::isFailed).map(RunRow::failure).toList(),
                    development.get("seconds").asDouble(),
                    state(development),
                    development.get("leader").computeOrDefault(Value::asString, null));
        });
    }

    @Override
    public SearchState state(DevelopmentId id) {
        return database.read(work -> state(development(work, id)));
    }

    private static Value development(Work work, DevelopmentId id) {
        return work.first(Statement.FIND_SEARCH, Map.of("id", id.value()), row -> row.get("development"))
                .orElseThrow(() -> SearchFaults.unknown(id, all(work)));
    }

    private static SearchState state(Value development) {
        return SearchState.valueOf(development.get("state").asString().toUpperCase(Locale.ROOT));
    }

    @Override
    public List<DevelopmentId> all() {
        return database.read(Neo4jDevelopmentLedger::all);
    }

    @Override
    public void proposed(DevelopmentId id, List<Proposal> proposals) {
        Collection<Proposal> first = firstOfEach(proposals, each -> List.of(each.round(), each.ordinal()));
        database.change(work -> {
            List<String> parents = lock(work, id);
            batches.each(first, each -> ProposalRow.of(id, parents, each), rows -> {
                work.run(Statement.WRITE_PROPOSALS, with(id, rows));
            });
        });
    }

    @Override
    public void ordered(DevelopmentId id, List<RunOrder> orders) {
        Collection<RunOrder> first = firstOfEach(orders, RunOrder::number);
        locked(
                id,
                work -> batches.each(first, each -> RunRow.of(id, each), rows -> {
                    work.run(Statement.WRITE_ORDERS, with(id, rows));
                }));
    }

    @Override
    public void ran(DevelopmentId id, ItemRun run, double seconds) {
        locked(id, work -> {
            SearchFaults.refuseAnswer(id, order(work, id, run.number()), run);
            int solved = (int)
                    run.outcomes().chars().filter(outcome -> outcome == '1').count();
            answer(
                    work,
                    id,
                    run.number(),
                    RunRow.done(run, seconds),
                    run.items().size(),
                    solved);
        });
    }

    @Override
    public void failed(DevelopmentId id, FailedRun failure, double seconds) {
        locked(id, work -> {
            SearchFaults.refuseAnswer(id, order(work, id, failure.number()), failure);
            answer(work, id, failure.number(), RunRow.failed(failure, seconds), 0, 0);
        });
    }

    @Override
    public void turn(DevelopmentId id, SearchState state) {
        SearchFaults.refuseTurn(state);
        String word = state.name().toLowerCase(Locale.ROOT);
        locked(id, work -> work.run(Statement.TURN_SEARCH, Map.of("id", id.value(), "state", word)));
    }

    @Override
    public void finished(DevelopmentId id, String leader, String reason) {
        locked(id, work -> {
            work.run(
                    Statement.FINISH_SEARCH,
                    Map.of(
                            "id",
                            id.value(),
                            "leader",
                            leader,
                            "reason",
                            reason,
                            "candidate",
                            ProposalRow.candidate(id, leader)));
        });
    }

    @Override
    public boolean lease(DevelopmentId id, String runner, double seconds) {
        return database.write(work -> {
            lock(work, id);
            Map<String, Object> asked =
                    Map.of("id", id.value(), "runner", runner, "milliseconds", Math.round(seconds * 1_000));
            return work.first(Statement.LEASE_SEARCH, asked, row -> true).orElse(false);
        });
    }

    private void locked(DevelopmentId id, Consumer<Work> writes) {
        database.change(work -> {
            lock(work, id);
            writes.accept(work);
        });
    }

    /** Holds the search and gives its parents. */
    static List<String> lock(Work work, DevelopmentId id) {
        return work.first(Statement.LOCK_SEARCH, Map.of("id", id.value()), row -> row.get("parents")
                        .asList(Value::asString))
                .orElseThrow(() -> SearchFaults.unknown(id, all(work)));
    }

    /** @throws org.eyrie.model.InvalidInputException if there is no such search */
    static void known(Work work, DevelopmentId id) {
        if (work.first(Statement.FIND_SEARCH, Map.of("id", id.value()), row -> true)
                .isEmpty()) {
            throw SearchFaults.unknown(id, all(work));
        }
    }

    private static List<DevelopmentId> all(Work work) {
        return work.list(
                Statement.ALL_SEARCHES,
                Map.of(),
                row -> new DevelopmentId(row.get("id").asString()));
    }

    private static @Nullable RunOrder order(Work work, DevelopmentId id, int number) {
        return work.first(
                        Statement.ORDER_OF_SEARCH,
                        Map.of("key", RunRow.key(id, number)),
                        row -> RunRow.order(row.get("run")))
                .orElse(null);
    }

    private static void answer(
            Work work, DevelopmentId id, int number, Map<String, Object> answer, int asked, int solved) {
        work.run(
                Statement.ANSWER_ORDER,
                Map.of(
                        "id",
                        id.value(),
                        "key",
                        RunRow.key(id, number),
                        "answer",
                        answer,
                        "asked",
                        asked,
                        "solved",
                        solved));
    }

    private static void link(Work work, DevelopmentPlan plan) {
        List<String> benchmarks =
                plan.tasks().stream().map(task -> plan.benchmark() + "/" + task).toList();
        work.run(Statement.LINK_SEARCH, Map.of("id", plan.id().value(), "benchmarks", benchmarks));
    }

    private static Map<String, Object> with(DevelopmentId id, Map<String, Object> rows) {
        Map<String, Object> parameters = new HashMap<>(rows);
        parameters.put("id", id.value());
        return parameters;
    }

    private static <T> Collection<T> firstOfEach(List<T> all, Function<T, Object> key) {
        Map<Object, T> first = new LinkedHashMap<>();
        all.forEach(each -> first.putIfAbsent(key.apply(each), each));
        return first.values();
    }
}

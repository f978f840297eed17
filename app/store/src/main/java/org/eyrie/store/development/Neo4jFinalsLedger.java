package org.eyrie.store.development;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.FinalScore;
import org.eyrie.model.development.Finalist;
import org.eyrie.model.development.FinalsLedger;
import org.eyrie.model.development.SearchFaults;
import org.eyrie.store.statement.Statement;
import org.eyrie.store.transaction.Database;
import org.eyrie.store.transaction.Work;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** How searches were judged, on the edges from searches to finalists. */
public final class Neo4jFinalsLedger implements FinalsLedger {

    private final Database database;

    public Neo4jFinalsLedger(Database database) {
        this.database = database;
    }

    @Override
    public List<Finalist> freeze(DevelopmentId id, List<Finalist> finalists) {
        List<Map<String, Object>> rows = IntStream.range(0, finalists.size())
                .mapToObj(place -> row(place, finalists.get(place)))
                .toList();
        return database.write(work -> {
            Neo4jDevelopmentLedger.lock(work, id);
            work.run(Statement.FREEZE_FINALISTS, Map.of("id", id.value(), "rows", rows));
            return finals(work, id, Neo4jFinalsLedger::finalist);
        });
    }

    @Override
    public List<Finalist> finalists(DevelopmentId id) {
        return database.read(work -> finals(work, id, Neo4jFinalsLedger::finalist));
    }

    @Override
    public void tested(DevelopmentId id, FinalScore score) {
        Map<String, Object> properties = Map.of(
                "outcomes", score.outcomes(),
                "share", score.share(),
                "lower", score.lower(),
                "upper", score.upper());
        database.change(work -> {
            Neo4jDevelopmentLedger.lock(work, id);
            Map<String, Object> tested = Map.of("id", id.value(), "program", score.program(), "score", properties);
            if (work.first(Statement.FINALIST_TESTED, tested, row -> true).isEmpty()) {
                throw SearchFaults.noFinalist(id, score.program());
            }
        });
    }

    @Override
    public List<FinalScore> scores(DevelopmentId id) {
        return database.read(work -> finals(work, id, Function.identity())).stream()
                .filter(row -> !row.get("judged").get("outcomes").isNull())
                .map(Neo4jFinalsLedger::score)
                .toList();
    }

    private static <T> List<T> finals(Work work, DevelopmentId id, Function<Record, T> row) {
        return work.list(Statement.FINALS_OF_SEARCH, Map.of("id", id.value()), row);
    }

    private static Map<String, Object> row(int place, Finalist finalist) {
        return Map.of("program", finalist.program(), "place", place, "role", finalist.role(), "text", finalist.text());
    }

    private static Finalist finalist(Record row) {
        Value judged = row.get("judged");
        return new Finalist(
                row.get("program").asString(),
                judged.get("text").asString(),
                judged.get("role").asString());
    }

    private static FinalScore score(Record row) {
        Value judged = row.get("judged");
        return new FinalScore(
                row.get("program").asString(),
                judged.get("outcomes").asString(),
                judged.get("share").asDouble(),
                judged.get("lower").asDouble(),
                judged.get("upper").asDouble());
    }
}

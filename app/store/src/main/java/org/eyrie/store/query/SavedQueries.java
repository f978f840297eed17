package org.eyrie.store.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.LineageStore;
import org.eyrie.model.StoreUnavailableException;
import org.eyrie.store.statement.CypherFile;
import org.eyrie.store.transaction.Database;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Result;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;
import org.neo4j.driver.exceptions.ClientException;

/** The questions under {@code cypher/} that people ask by name. They only read. */
public final class SavedQueries {

    /** What a jar holds cannot be listed everywhere; a test keeps this equal to the folder. */
    static final List<String> EXPLORE = List.of(
            "explore/best-descendant-per-benchmark",
            "explore/biggest-gains",
            "explore/biggest-losses",
            "explore/biggest-surprises",
            "explore/deepest-chains",
            "explore/families-of-programs",
            "explore/favourite-ingredients",
            "explore/gaps-in-a-family",
            "explore/how-a-merge-was-made",
            "explore/leaders-of-searches",
            "explore/measured-beside-predicted",
            "explore/merges-that-beat-their-parents",
            "explore/most-prolific-founders",
            "explore/never-evaluated-but-parents-were",
            "explore/promising-but-unmeasured",
            "explore/quantised-copies-and-what-they-lost",
            "explore/relatives-of-a-model",
            "explore/students-and-teachers",
            "explore/suspicious-lineage",
            "explore/what-a-merge-is-made-of",
            "explore/what-a-search-spent",
            "explore/where-two-ancestries-meet",
            "explore/which-operators-pay");

    static final List<String> LINEAGE = List.of(
            "lineage/ancestry",
            "lineage/descendants",
            "lineage/families",
            "lineage/lowest-common-ancestors",
            "lineage/siblings",
            "scores/best",
            "scores/best-of-family",
            "scores/coverage",
            "scores/of-models");

    private final Database database;
    private final List<SavedQuery> queries;

    public SavedQueries(Database database) {
        this.database = database;
        List<SavedQuery> read = new ArrayList<>();
        EXPLORE.forEach(name -> read.add(CypherHeader.read(CypherFile.named(name))));
        LINEAGE.forEach(name -> read.add(CypherHeader.read(CypherFile.named(name))));
        this.queries = List.copyOf(read);
    }

    /** Every question, those for exploring first, then by name. */
    public List<SavedQuery> all() {
        return queries;
    }

    /** The question of that name; empty where there is none. */
    public Optional<SavedQuery> find(String name) {
        return queries.stream().filter(query -> query.name().equals(name)).findFirst();
    }

    /**
     * Asks.
     *
     * @param name of the question
     * @param parameters exactly those the question has, or some of them where they are optional; text, numbers, booleans,
     *     lists, maps, null
     * @param maxRows how many rows at most, at least one
     * @throws InvalidInputException if there is no such question, a parameter is missing, strange, or not of the kind
     *     that the question needs
     */
    public QueryResult run(String name, Map<String, ? extends @Nullable Object> parameters, int maxRows) {
        LineageStore.checkLimit(maxRows);
        SavedQuery query = find(name)
                .orElseThrow(() -> refused(
                        name,
                        "there is no saved query of this name; there are: "
                                + queries.stream().map(SavedQuery::name).collect(Collectors.joining(", "))));
        refuseOtherParameters(query, parameters.keySet());
        refuseStrangeValues(query, parameters);
        String written = CypherFile.named(name).statement();
        String statement = query.optional() ? Choice.asParameter(written) : written;
        Map<String, ? extends @Nullable Object> values =
                query.optional() ? Choice.parameters(written, parameters) : parameters;
        try {
            return database.read(
                    work -> work.heard(name, () -> table(work.result(statement, values), maxRows), found -> found.rows()
                            .size()));
        } catch (StoreUnavailableException e) {
            // The statement itself is tested, so what the database refuses about it is a parameter.
            if (e.getCause() instanceof ClientException refusal
                    && refusal.code().startsWith("Neo.ClientError.Statement")) {
                throw refused("parameters", String.valueOf(refusal.getMessage()));
            }
            throw e;
        }
    }

    private static void refuseStrangeValues(SavedQuery query, Map<String, ? extends @Nullable Object> parameters) {
        List<Fault> faults = new ArrayList<>();
        parameters.forEach((name, value) -> {
            try {
                Values.value(value);
            } catch (ClientException e) {
                faults.add(new Fault(name, "is neither text, number, boolean, list, map nor null"));
            }
        });
        if (!faults.isEmpty()) {
            throw new InvalidInputException("Parameters of " + query.name(), faults);
        }
    }

    private static QueryResult table(Result result, int maxRows) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (rows.size() < maxRows && result.hasNext()) {
            List<@Nullable Object> row = new ArrayList<>();
            for (Value value : result.next().values()) {
                row.add(PlainValue.of(value));
            }
            rows.add(row);
        }
        return new QueryResult(result.keys(), rows, result.hasNext());
    }

    private static void refuseOtherParameters(SavedQuery query, Set<String> given) {
        Set<String> wanted =
                query.parameters().stream().map(SavedQuery.Parameter::name).collect(Collectors.toSet());
        List<Fault> faults = new ArrayList<>();
        for (String name : new TreeSet<>(wanted)) {
            if (!given.contains(name) && !query.optional()) {
                faults.add(new Fault(name, "is missing"));
            }
        }
        for (String name : new TreeSet<>(given)) {
            if (!wanted.contains(name)) {
                faults.add(new Fault(name, "is no parameter of " + query.name()));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException("Parameters of " + query.name(), faults);
        }
    }

    private static InvalidInputException refused(String where, String reason) {
        return new InvalidInputException("Saved query", List.of(new Fault(where, reason)));
    }
}

package org.eyrie.store.port;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eyrie.model.Family;
import org.eyrie.model.FamilyCursor;
import org.eyrie.model.ModelId;
import org.eyrie.model.Page;
import org.eyrie.store.statement.Statement;
import org.eyrie.store.transaction.Work;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * The families of one version of the facts, largest first. Founders are numbers of nodes; what they are called is asked for
 * a page at a time.
 */
final class CountedFamilies {

    private record Counted(long founder, int size, int depth, int evaluated, int evaluations) {}

    private final long version;
    private final List<Counted> families;

    private CountedFamilies(long version, List<Counted> families) {
        this.version = version;
        this.families = families;
    }

    /**
     * Counts them.
     *
     * @param version of the facts, or an earlier one
     */
    static CountedFamilies of(long version, Work work) {
        FamilyWalk walk = new FamilyWalk();
        work.each(Statement.DERIVATION_NUMBERS, Map.of(), row -> edges(row, walk));
        work.each(Statement.SCORE_COUNTS, Map.of(), row -> scores(row, walk));
        List<Counted> families = new ArrayList<>();
        walk.walk((founder, size, depth, evaluated, evaluations) ->
                families.add(new Counted(founder, size, depth, evaluated, evaluations)));
        families.sort(Comparator.comparingInt(Counted::size).reversed());
        return new CountedFamilies(version, families);
    }

    private static void edges(Record row, FamilyWalk walk) {
        Value children = row.get("children");
        Value parents = row.get("parents");
        for (int edge = 0; edge < children.size(); edge++) {
            walk.edge(children.get(edge).asLong(), parents.get(edge).asLong());
        }
    }

    private static void scores(Record row, FamilyWalk walk) {
        int scores = row.get("scores").asInt();
        row.get("models").values().forEach(model -> walk.scores(model.asLong(), scores));
    }

    long version() {
        return version;
    }

    /** Those after a place. A founder that somebody removed meanwhile is left out. */
    Page<Family> page(Work work, @Nullable FamilyCursor after, int limit) {
        int from = after == null ? 0 : firstUpTo(after.size());
        int to = after == null ? 0 : firstUpTo(after.size() - 1);
        // Who is first among families of one size is told by their names, so that all of the last size are looked at.
        int wanted = (int) Math.min(families.size(), to + limit + 1L);
        if (wanted > to) {
            to = firstUpTo(families.get(wanted - 1).size() - 1);
        }
        List<Counted> candidates = families.subList(from, to);
        Map<Long, ModelId> names = new HashMap<>();
        work.each(
                Statement.NAMES_OF_NUMBERS,
                Map.of("numbers", candidates.stream().map(Counted::founder).toList()),
                row -> names.put(
                        row.get("number").asLong(), new ModelId(row.get("id").asString())));
        List<Family> rows = candidates.stream()
                .filter(each -> names.containsKey(each.founder()))
                .map(each -> family(each, names.get(each.founder())))
                .filter(family -> after == null || after.isBefore(family))
                .sorted(FamilyCursor.LARGEST_FIRST)
                .limit(limit + 1L)
                .toList();
        return Page.of(rows, limit, family -> FamilyCursor.of(family).toString());
    }

    /** The place of the first family of no more than so many models. */
    private int firstUpTo(int size) {
        int from = 0;
        int to = families.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (families.get(middle).size() > size) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static Family family(Counted counted, @Nullable ModelId founder) {
        return new Family(
                Objects.requireNonNull(founder),
                counted.size(),
                counted.depth(),
                counted.evaluated(),
                counted.evaluations());
    }
}

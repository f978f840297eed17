package org.eyrie.store.port;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eyrie.model.Derivation;
import org.eyrie.model.ModelId;
import org.eyrie.store.row.DerivationRow;
import org.eyrie.store.statement.Statement;
import org.eyrie.store.transaction.Work;

/**
 * The first children of some models, by id, without reading all of them where they are many.
 *
 * <p>Few children are read and sorted. Of many, the index of all models is gone through in the order of ids, and every model
 * is asked for its parents, of which it has few: a founder of half of all models has the first twenty among the first forty.
 * Where they turn out to be unevenly spread it gives up and reads them all after all, so that the answer is the same.
 */
final class Children {

    /** Up to here reading all of them costs no more than ten milliseconds or so. */
    private static final long FEW = 5_000;

    /** A model of the index is about as dear as a child that is read and sorted; so many times fewer must be expected. */
    private static final long WORTHWHILE = 4;

    private static final long SPREAD = 5;

    private final Work work;
    private final List<String> parents;
    private final long children;
    private final long models;

    private Children(Work work, List<String> parents, long children, long models) {
        this.work = work;
        this.parents = parents;
        this.children = children;
        this.models = models;
    }

    /** Those of some models, which need not be there. */
    static Children of(Work work, Collection<String> parents) {
        List<String> ids = List.copyOf(parents);
        return work.first(
                        Statement.CHILDREN_COUNT,
                        Map.of("ids", ids),
                        row -> new Children(
                                work,
                                ids,
                                row.get("children").asLong(),
                                row.get("models").asLong()))
                .orElseGet(() -> new Children(work, ids, 0, 0));
    }

    /** Whether going through the index for so many is expected to be cheaper than reading all. */
    boolean areTooMany(long limit) {
        return children > FEW && expected(limit) < children / WORTHWHILE;
    }

    /**
     * Every derivation of the first children from an id on, by child, then parent.
     *
     * @param limit how many children, where there are as many
     */
    List<Derivation> first(String from, long limit) {
        if (areTooMany(limit)) {
            Map<String, Object> bounded =
                    Map.of("ids", parents, "from", from, "limit", limit, "scan", FEW + SPREAD * expected(limit));
            List<Derivation> found = work.list(Statement.FIRST_CHILDREN, bounded, DerivationRow::read);
            if (found.stream().map(Derivation::child).distinct().count() >= limit) {
                return found;
            }
        }
        return children == 0
                ? List.of()
                : work.list(
                        Statement.CHILDREN_OF,
                        Map.of("ids", parents, "from", from, "limit", limit),
                        DerivationRow::read);
    }

    /** Whether it is dear to read all of them. */
    boolean areMany() {
        return children > FEW;
    }

    /**
     * Every derivation of the first children of a generation that is not read, by child, then parent; empty where they are too
     * thinly spread among all models.
     *
     * @param above how many steps the generation is below the model
     * @param limit how many children
     */
    static Optional<List<Derivation>> ofGeneration(Work work, ModelId model, int above, String from, long limit) {
        List<Derivation> found = work.list(
                Statement.FIRST_OF_GENERATION,
                Map.of(
                        "modelId",
                        model.value(),
                        "above",
                        above,
                        "from",
                        from,
                        "limit",
                        limit,
                        "scan",
                        FEW + SPREAD * limit),
                DerivationRow::read);
        return found.stream().map(Derivation::child).distinct().count() < limit ? Optional.empty() : Optional.of(found);
    }

    /** Ids of all of them, in no order. */
    List<String> ids() {
        return children == 0
                ? List.of()
                : work.list(Statement.CHILD_IDS, Map.of("ids", parents), row -> row.get("id")
                        .asString());
    }

    private long expected(long limit) {
        return limit * models / Math.max(1, children);
    }
}

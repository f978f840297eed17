package org.eyrie.store.port;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.eyrie.model.Derivation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;
import org.eyrie.store.row.DerivationRow;
import org.eyrie.store.row.ModelRow;
import org.eyrie.store.statement.Statement;
import org.eyrie.store.transaction.Work;

/**
 * Walks the lineage graph breadth-first, one question per distance.
 *
 * <p>Not one question for all: a single statement expands the whole connected family before its limit applies, and
 * the caps here are there because families may be huge.
 */
final class NeighbourhoodWalk {

    private final Work work;

    NeighbourhoodWalk(Work work) {
        this.work = work;
    }

    Neighbourhood from(ModelId centre, int hops, int maxModels) {
        Set<String> reached = new LinkedHashSet<>();
        reached.add(centre.value());
        List<String> frontier = List.of(centre.value());
        boolean truncated = false;
        for (int hop = 1; !frontier.isEmpty() && !truncated; hop++) {
            List<String> next = beyond(frontier, reached, maxModels);
            int room = hop > hops ? 0 : maxModels - reached.size();
            truncated = next.size() > room;
            frontier = next.subList(0, Math.min(room, next.size()));
            reached.addAll(frontier);
        }
        return new Neighbourhood(models(reached), derivations(reached), truncated);
    }

    // One more than fits: at most all that were reached stand before the first new one, so it cannot be missed.
    private List<String> beyond(List<String> frontier, Set<String> reached, int maxModels) {
        List<String> next = new ArrayList<>(relatives(frontier, maxModels + 1L));
        next.removeIf(reached::contains);
        return next;
    }

    /** The first relatives by id. Parents are few; children are looked for apart where they are many. */
    private List<String> relatives(List<String> frontier, long limit) {
        Children children = Children.of(work, frontier);
        if (!children.areTooMany(limit)) {
            return work.list(Statement.RELATIVES, Map.of("ids", frontier, "limit", limit), row -> row.get("id")
                    .asString());
        }
        TreeSet<ModelId> relatives = new TreeSet<>();
        children.first("", limit).forEach(edge -> relatives.add(edge.child()));
        work.list(Statement.PARENTS_OF, Map.of("ids", frontier), DerivationRow::read)
                .forEach(edge -> relatives.add(edge.parent()));
        return relatives.stream().limit(limit).map(ModelId::value).toList();
    }

    private List<Model> models(Set<String> ids) {
        Map<String, Model> models = new HashMap<>();
        work.list(Statement.MODELS_BY_ID, Map.of("ids", List.copyOf(ids)), ModelRow::read)
                .forEach(model -> models.put(model.id().value(), model));
        return ids.stream()
                .map(id -> Objects.requireNonNull(models.get(id), id))
                .toList();
    }

    private List<Derivation> derivations(Set<String> ids) {
        return work.list(Statement.PARENTS_OF, Map.of("ids", List.copyOf(ids)), DerivationRow::read).stream()
                .filter(edge -> ids.contains(edge.parent().value()))
                .toList();
    }
}

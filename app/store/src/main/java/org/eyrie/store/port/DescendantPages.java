package org.eyrie.store.port;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eyrie.model.Derivation;
import org.eyrie.model.DerivationCursor;
import org.eyrie.model.ModelId;
import org.eyrie.model.Page;
import org.eyrie.store.transaction.Work;
import org.jspecify.annotations.Nullable;

/**
 * Parts of the derivations below a model, one generation after the other. Of the generation that a part lies in, only the
 * part is read; of those before it, who belongs to them.
 */
final class DescendantPages {

    private final Work work;

    DescendantPages(Work work) {
        this.work = work;
    }

    Page<Derivation> page(ModelId model, int maxHops, @Nullable DerivationCursor after, int limit) {
        List<Derivation> rows = new ArrayList<>();
        List<String> cursors = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(model.value()));
        Set<String> generation = Set.of(model.value());
        for (int hops = 1; hops <= maxHops && !generation.isEmpty() && rows.size() <= limit; hops++) {
            Children children = Children.of(work, generation);
            int room = limit + 1 - rows.size();
            List<Derivation> found;
            if (after == null || hops > after.hops()) {
                found = children.first("", room);
            } else if (hops == after.hops()) {
                // The child where the last part ended may have further parents.
                found = children.first(after.child().value(), room + 1L);
            } else {
                found = List.of();
            }
            for (Derivation edge : found) {
                if (after == null || after.isBefore(hops, edge)) {
                    rows.add(edge);
                    cursors.add(DerivationCursor.of(hops, edge).toString());
                }
            }
            if (rows.size() <= limit) {
                boolean isWhole = after == null || hops > after.hops();
                List<String> next = isWhole
                        ? found.stream().map(edge -> edge.child().value()).toList()
                        : children.ids();
                generation = new LinkedHashSet<>(next);
                generation.removeIf(child -> !seen.add(child));
            }
        }
        return rows.size() <= limit
                ? new Page<>(rows, null)
                : new Page<>(rows.subList(0, limit), cursors.get(limit - 1));
    }
}

package org.eyrie.store.port;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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
        Part part = new Part(after, limit);
        Set<String> seen = new HashSet<>(Set.of(model.value()));
        Set<String> generation = Set.of(model.value());
        for (int hops = 1; hops <= maxHops && !generation.isEmpty() && !part.isFull(); hops++) {
            Children children = Children.of(work, generation);
            List<Derivation> found = part.beginsBy(hops) ? children.first(part.from(hops), part.room(hops)) : List.of();
            part.add(hops, found);
            if (part.isFull() || hops == maxHops) {
                break;
            }
            boolean isWhole = part.beginsBefore(hops);
            int wanted = part.nextGeneration(hops);
            if (!isWhole && children.areMany() && wanted <= maxHops) {
                // What is wanted may be found without the generations before it, which are dear to read.
                Optional<List<Derivation>> below =
                        Children.ofGeneration(work, model, wanted - 1, part.from(wanted), part.room(wanted));
                if (below.isPresent()) {
                    part.add(wanted, below.get());
                    break;
                }
            }
            generation = new LinkedHashSet<>(
                    isWhole ? found.stream().map(edge -> edge.child().value()).toList() : children.ids());
            generation.removeIf(child -> !seen.add(child));
        }
        return part.page();
    }

    /** Rows from a cursor on, one more than are wanted, which tells that there are more. */
    private static final class Part {

        private final @Nullable DerivationCursor after;
        private final int limit;
        private final List<Derivation> rows = new ArrayList<>();
        private final List<String> cursors = new ArrayList<>();

        Part(@Nullable DerivationCursor after, int limit) {
            this.after = after;
            this.limit = limit;
        }

        /** Whether anything of a generation may belong to it. */
        boolean beginsBy(int hops) {
            return after == null || hops >= after.hops();
        }

        /** Whether all of a generation does. */
        boolean beginsBefore(int hops) {
            return after == null || hops > after.hops();
        }

        /** After this one the next of which something may belong to it. */
        int nextGeneration(int hops) {
            return after == null ? hops + 1 : Math.max(hops + 1, after.hops());
        }

        /** The first child of a generation that may belong to it: that where the last part ended may have further parents. */
        String from(int hops) {
            return after == null || hops > after.hops() ? "" : after.child().value();
        }

        /** How many children of a generation fill it for sure. */
        long room(int hops) {
            return limit + (beginsBefore(hops) ? 1L : 2L) - rows.size();
        }

        void add(int hops, List<Derivation> found) {
            for (Derivation edge : found) {
                if (after == null || after.isBefore(hops, edge)) {
                    rows.add(edge);
                    cursors.add(DerivationCursor.of(hops, edge).toString());
                }
            }
        }

        boolean isFull() {
            return rows.size() > limit;
        }

        Page<Derivation> page() {
            return isFull() ? new Page<>(rows.subList(0, limit), cursors.get(limit - 1)) : new Page<>(rows, null);
        }
    }
}

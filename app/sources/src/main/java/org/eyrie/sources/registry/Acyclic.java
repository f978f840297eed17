package org.eyrie.sources.registry;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eyrie.model.Derivation;
import org.eyrie.model.LineageCycleException;
import org.eyrie.model.ModelId;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Finding;
import org.eyrie.sources.spi.ImportReport;
import org.eyrie.sources.spi.RelayedSource;
import org.eyrie.sources.spi.Source;

/**
 * Leaves edges out that would close a cycle, and says so: in a registry rows are other people's, and two of them that name
 * each other must not keep all the rest out.
 */
public final class Acyclic {

    private final Map<ModelId, Set<ModelId>> parents = new HashMap<>();

    /** The sink, without edges that would close a cycle with those that went before. */
    public FactSink before(FactSink sink) {
        return sink.behind(finding -> Optional.of(
                finding instanceof Finding.OfDerivation edge && closes(edge.derivation()) ? leftOut(edge) : finding));
    }

    /**
     * Imports a source, without those of its edges that would close a cycle with what is known already.
     *
     * @param source yields the same each time it is read
     * @throws LineageCycleException if none of the edges of a cycle is the source's
     */
    public static ImportReport load(Function<Source, ImportReport> importer, Source source) throws IOException {
        Set<List<ModelId>> left = new LinkedHashSet<>();
        while (true) {
            try {
                return importer.apply(left.isEmpty() ? source : without(source, left));
            } catch (LineageCycleException e) {
                if (!leave(source, e.cycle(), left)) {
                    throw e;
                }
            }
        }
    }

    private boolean closes(Derivation edge) {
        Deque<ModelId> open = new ArrayDeque<>(List.of(edge.parent()));
        Set<ModelId> seen = new HashSet<>();
        while (!open.isEmpty()) {
            ModelId model = open.remove();
            if (model.equals(edge.child())) {
                return true;
            }
            if (seen.add(model)) {
                open.addAll(parents.getOrDefault(model, Set.of()));
            }
        }
        parents.computeIfAbsent(edge.child(), key -> new HashSet<>()).add(edge.parent());
        return false;
    }

    // The last edge of the source that lies on the cycle.
    private static boolean leave(Source source, List<ModelId> cycle, Set<List<ModelId>> left) throws IOException {
        Set<List<ModelId>> steps = new HashSet<>();
        for (int at = 1; at < cycle.size(); at++) {
            steps.add(List.of(cycle.get(at - 1), cycle.get(at)));
        }
        Set<List<ModelId>> found = new LinkedHashSet<>();
        source.read(FactSink.of(finding -> {
            if (finding instanceof Finding.OfDerivation edge) {
                List<ModelId> step = ends(edge);
                if (steps.contains(step) && !left.contains(step)) {
                    found.clear();
                    found.add(step);
                }
            }
        }));
        return left.addAll(found);
    }

    private static Source without(Source source, Set<List<ModelId>> left) {
        return new RelayedSource() {
            @Override
            public Source source() {
                return source;
            }

            @Override
            public void read(FactSink sink) throws IOException {
                source.read(sink.behind(finding -> Optional.of(
                        finding instanceof Finding.OfDerivation edge && left.contains(ends(edge))
                                ? leftOut(edge)
                                : finding)));
            }
        };
    }

    private static Finding leftOut(Finding.OfDerivation edge) {
        Derivation derivation = edge.derivation();
        return new Finding.Noted(
                edge.place(),
                "The edge from " + derivation.child() + " to its parent " + derivation.parent()
                        + " would close a cycle and is left out: one of the two names the other wrongly");
    }

    private static List<ModelId> ends(Finding.OfDerivation edge) {
        return List.of(edge.derivation().child(), edge.derivation().parent());
    }
}

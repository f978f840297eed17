package org.eyrie.engine.ask;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eyrie.engine.ask.SuspiciousDerivation.Outlook;
import org.eyrie.lrmf.posterior.Suspicions;
import org.eyrie.lrmf.posterior.SuspiciousLink;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.jspecify.annotations.Nullable;

/** Reports derivations that the scores speak against. */
public final class SuspiciousLineage {

    private final FamilySolver solver;

    SuspiciousLineage(FamilySolver solver) {
        this.solver = solver;
    }

    /**
     * Suspicious derivations, those of the oddest child first.
     *
     * @param around a model whose relatives alone are looked at, or null for all there are
     * @param least smallest disagreement that counts
     * @param limit how many children at most
     * @throws org.eyrie.model.UnknownModelException if there is no such model
     * @throws org.eyrie.model.NoFitException if there is no fit yet
     */
    public List<SuspiciousDerivation> of(@Nullable ModelId around, double least, int limit) {
        Moment now = solver.now();
        SolvedFamily solved = around == null ? now.everything() : now.around(around, FamilySolver.FAMILY);
        Map<ModelId, Map<ModelId, Relation>> relations = new HashMap<>();
        for (Derivation derivation : solved.derivations()) {
            relations
                    .computeIfAbsent(derivation.child(), child -> new HashMap<>())
                    .put(derivation.parent(), derivation.relation());
        }
        return Suspicions.of(solved.numbering().problem(), solved.posterior(), least, limit).stream()
                .map(link -> derivation(solved, link, relations))
                .toList();
    }

    private static SuspiciousDerivation derivation(
            SolvedFamily solved, SuspiciousLink link, Map<ModelId, Map<ModelId, Relation>> relations) {
        ModelId child = solved.models().get(link.child()).id();
        ModelId parent = solved.models().get(link.parent()).id();
        List<BenchmarkId> benchmarks = solved.numbering().benchmarks();
        return new SuspiciousDerivation(
                child,
                parent,
                relations.getOrDefault(child, Map.of()).getOrDefault(parent, Relation.UNKNOWN),
                link.disagreement(),
                Double.isNaN(link.without()) ? null : link.without(),
                IntStream.range(0, benchmarks.size())
                        .mapToObj(i -> new Outlook(
                                benchmarks.get(i),
                                solved.score(child, benchmarks.get(i)),
                                link.expected()[i],
                                link.expectedWithout()[i]))
                        .toList(),
                solved.fit().fit().id(),
                solved.fit().warnings());
    }
}

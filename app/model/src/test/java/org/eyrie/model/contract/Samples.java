package org.eyrie.model.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;

/** Small graphs in few words. */
public final class Samples {

    private Samples() {}

    public static ModelId model(String id) {
        return new ModelId(id);
    }

    public static List<ModelId> models(String... ids) {
        return Arrays.stream(ids).map(ModelId::new).toList();
    }

    public static BenchmarkId benchmark(String id) {
        return new BenchmarkId(id);
    }

    public static Derivation edge(String child, String parent) {
        return edge(child, parent, Relation.FINETUNE);
    }

    public static Derivation edge(String child, String parent, Relation relation) {
        return new Derivation(model(child), model(parent), relation, null, null);
    }

    /** Edges from {@code "child>parent"}. */
    public static List<Derivation> edges(String... edges) {
        return Arrays.stream(edges)
                .map(edge -> edge.split(">", 2))
                .map(ends -> edge(ends[0], ends[1]))
                .toList();
    }

    /** Edges as {@code "child>parent"}, in their order. */
    public static List<String> words(List<Derivation> derivations) {
        return derivations.stream()
                .map(edge -> edge.child() + ">" + edge.parent())
                .toList();
    }

    public static Evaluation score(String model, String benchmark, double score) {
        return new Evaluation(model(model), benchmark(benchmark), score, null, null, null, null, null);
    }

    /** {@code m0000} without parents, and each further one made from the one before: {@code length} derivations. */
    public static List<Derivation> chain(int length) {
        return IntStream.rangeClosed(1, length)
                .mapToObj(link -> edge(numbered("m", link), numbered("m", link - 1)))
                .toList();
    }

    /**
     * Two models per generation, each a merge of both of the generation before, {@code a0000} and {@code b0000}
     * first: 2^generations paths from the last to the first.
     */
    public static List<Derivation> ladder(int generations) {
        List<Derivation> edges = new ArrayList<>();
        for (int child = 1; child <= generations; child++) {
            for (String side : List.of("a", "b")) {
                edges.add(edge(numbered(side, child), numbered("a", child - 1), Relation.MERGE));
                edges.add(edge(numbered(side, child), numbered("b", child - 1), Relation.MERGE));
            }
        }
        return edges;
    }

    public static String numbered(String prefix, int number) {
        return prefix + "%04d".formatted(number);
    }
}

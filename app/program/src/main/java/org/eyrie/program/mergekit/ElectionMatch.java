package org.eyrie.program.mergekit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eyrie.program.language.Operator;
import org.eyrie.program.language.Term;
import org.eyrie.program.mergekit.MergekitConfig.Input;
import org.jspecify.annotations.Nullable;

/** Task vectors of which parents elect signs: TIES, and DARE, DELLA and Breadcrumbs with its election; SCE. */
record ElectionMatch(NumberReading reading, int parents) {

    /**
     * @param term without its scale
     * @param scale what it is multiplied by
     */
    MergekitConfig of(Term term, DepthSetting scale) throws NoCounterpart {
        Term over = reading.input(term, 0);
        if (term.operator() == Operator.SUM) {
            boolean weighted = over.operator() == Operator.MULTIPLY;
            Term agreed = weighted ? reading.input(over, 1) : over;
            return summed(agreed, weighted ? reading.input(over, 0) : null, scale);
        }
        Term agreed = agreed(over);
        Term vectors = reading.input(agreed, 0);
        if (vectors.operator() == Operator.DIFFERING) {
            return sce(term, agreed, vectors, scale);
        }
        SparseVectors sparse = SparseVectors.of(reading, vectors, parents);
        int count = sparse.parents().size();
        Term electing = agreed.inputs().size() > 2 ? reading.input(agreed, 2) : null;
        Term dividing = term.inputs().size() > 1 ? reading.input(term, 1) : null;
        if (!Objects.equals(electing, dividing)) {
            throw new NoCounterpart("mergekit elects and divides by the same weights");
        }
        List<DepthSetting> weights = electing == null ? List.of(DepthSetting.of(1)) : reading.each(electing, count);
        return config(sparse, weights, true, scale);
    }

    private MergekitConfig summed(Term agreed, @Nullable Term outside, DepthSetting scale) throws NoCounterpart {
        Term inner = reading.input(agreed(agreed), 0);
        Term electing = agreed.inputs().size() > 2 ? reading.input(agreed, 2) : null;
        if (!Objects.equals(outside, electing)) {
            throw new NoCounterpart("mergekit elects and sums by the same weights");
        }
        Term weights = outside;
        if (inner.operator() == Operator.MULTIPLY && outside == null) {
            weights = reading.input(inner, 0);
            inner = reading.input(inner, 1);
        }
        SparseVectors sparse = SparseVectors.of(reading, inner, parents);
        return config(
                sparse,
                weights == null
                        ? List.of(DepthSetting.of(1))
                        : reading.each(weights, sparse.parents().size()),
                false,
                scale);
    }

    private Term agreed(Term term) throws NoCounterpart {
        if (term.operator() != Operator.AGREE) {
            throw new NoCounterpart("mergekit averages what has something only after an election (agree)");
        }
        if (term.inputs().size() > 1 && reading.input(term, 1).word().equals("count")) {
            throw new NoCounterpart("mergekit's methods elect by mass, not by count");
        }
        return term;
    }

    private static MergekitConfig config(
            SparseVectors sparse, List<DepthSetting> weights, boolean divided, DepthSetting scale)
            throws NoCounterpart {
        List<Input> models = new ArrayList<>();
        for (int i = 0; i < sparse.parents().size(); i++) {
            Map<String, DepthSetting> parameters = new LinkedHashMap<>();
            parameters.put("weight", weights.get(weights.size() == 1 ? 0 : i));
            parameters.putAll(new TreeMap<>(sparse.parameters()));
            models.add(new Input(sparse.parents().get(i), parameters));
        }
        Map<String, Object> shared = new LinkedHashMap<>();
        shared.put("normalize", divided);
        shared.put("rescale", sparse.rescale());
        if (!scale.is(1)) {
            shared.put("lambda", scale);
        }
        return new MergekitConfig(sparse.way().method(true), 0, models, shared);
    }

    private MergekitConfig sce(Term term, Term agreed, Term vectors, DepthSetting scale) throws NoCounterpart {
        Term weights = term.inputs().size() > 1 ? reading.input(term, 1) : term;
        boolean byEnergy = weights.operator() == Operator.NORMALISE
                && reading.input(weights, 0).operator() == Operator.ENERGIES
                && reading.input(reading.input(weights, 0), 0).equals(vectors);
        if (!byEnergy || agreed.inputs().size() > 2 || !scale.is(1)) {
            throw new NoCounterpart("mergekit's sce weighs by the energies of what differs, elects without weights and"
                    + " scales nothing");
        }
        List<Input> models = new ArrayList<>();
        for (int parent : reading.named(reading.input(vectors, 0), parents)) {
            models.add(new Input(parent, Map.of()));
        }
        return new MergekitConfig("sce", 0, models, Map.of("select_topk", reading.number(reading.input(vectors, 1))));
    }
}

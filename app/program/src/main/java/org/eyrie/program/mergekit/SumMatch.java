package org.eyrie.program.mergekit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eyrie.program.language.Operator;
import org.eyrie.program.language.Term;
import org.eyrie.program.language.ValueType;
import org.eyrie.program.mergekit.MergekitConfig.Input;

/** Weighted sums of task vectors, thinned or whole: Task Arithmetic, DARE, DELLA and Breadcrumbs without election. */
final class SumMatch {

    private final NumberReading reading;
    private final int parents;
    private final Map<Integer, DepthSetting> weights = new TreeMap<>();
    private final Map<Integer, SparseVectors> vectors = new TreeMap<>();

    private SumMatch(NumberReading reading, int parents) {
        this.reading = reading;
        this.parents = parents;
    }

    static MergekitConfig of(NumberReading reading, Term root, int parents) throws NoCounterpart {
        SumMatch match = new SumMatch(reading, parents);
        match.add(root, DepthSetting.of(1));
        return match.config();
    }

    private void add(Term term, DepthSetting scale) throws NoCounterpart {
        switch (term.operator()) {
            case ADD -> {
                add(reading.input(term, 0), scale);
                add(reading.input(term, 1), scale);
            }
            case SUBTRACT -> {
                add(reading.input(term, 0), scale);
                add(reading.input(term, 1), scale.times(DepthSetting.of(-1)));
            }
            case MULTIPLY -> add(reading.input(term, 1), scale.times(reading.number(reading.input(term, 0))));
            case SUM -> summed(reading.input(term, 0), scale);
            case MEAN -> {
                Term over = reading.input(term, 0);
                summed(over, scale.times(DepthSetting.of(1.0 / over.type().countOf(parents))));
            }
            default -> single(SparseVectors.of(reading, term, parents), List.of(scale));
        }
    }

    private void summed(Term over, DepthSetting scale) throws NoCounterpart {
        int count = over.type().countOf(parents);
        if (over.operator() == Operator.MULTIPLY && over.type().value() == ValueType.VECS) {
            List<DepthSetting> each = new ArrayList<>();
            for (DepthSetting weight : reading.each(reading.input(over, 0), count)) {
                each.add(weight.times(scale));
            }
            single(SparseVectors.of(reading, reading.input(over, 1), parents), each);
        } else {
            single(SparseVectors.of(reading, over, parents), List.of(scale));
        }
    }

    private void single(SparseVectors sparse, List<DepthSetting> scales) throws NoCounterpart {
        for (int i = 0; i < sparse.parents().size(); i++) {
            int parent = sparse.parents().get(i);
            DepthSetting weight = scales.get(scales.size() == 1 ? 0 : i);
            DepthSetting before = weights.get(parent);
            SparseVectors known = vectors.get(parent);
            if (known != null && !(sparse.way() == SparseVectors.Way.WHOLE && known.way() == SparseVectors.Way.WHOLE)) {
                throw new NoCounterpart("it takes parent " + parent + " twice, thinned otherwise");
            }
            weights.put(parent, before == null ? weight : before.plus(weight, 1));
            vectors.put(
                    parent, new SparseVectors(List.of(parent), sparse.way(), sparse.rescale(), sparse.parameters()));
        }
    }

    private MergekitConfig config() throws NoCounterpart {
        SparseVectors.Way way = SparseVectors.Way.WHOLE;
        boolean rescale = false;
        for (SparseVectors sparse : vectors.values()) {
            if (sparse.way() == SparseVectors.Way.WHOLE) {
                continue;
            }
            if (way != SparseVectors.Way.WHOLE && (way != sparse.way() || rescale != sparse.rescale())) {
                throw new NoCounterpart("it thins parents in different ways");
            }
            way = sparse.way();
            rescale = sparse.rescale();
        }
        List<Input> models = new ArrayList<>();
        for (Map.Entry<Integer, SparseVectors> entry : vectors.entrySet()) {
            Map<String, DepthSetting> parameters = new LinkedHashMap<>();
            parameters.put("weight", weights.getOrDefault(entry.getKey(), DepthSetting.of(0)));
            parameters.putAll(new TreeMap<>(entry.getValue().parameters()));
            models.add(new Input(entry.getKey(), parameters));
        }
        Map<String, Object> shared = new LinkedHashMap<>();
        shared.put("normalize", false);
        if (way != SparseVectors.Way.WHOLE) {
            shared.put("rescale", rescale);
        }
        return new MergekitConfig(way.method(false), 0, models, shared);
    }
}

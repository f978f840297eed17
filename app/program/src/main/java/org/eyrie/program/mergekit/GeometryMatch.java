package org.eyrie.program.mergekit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eyrie.program.language.Operator;
import org.eyrie.program.language.Term;
import org.eyrie.program.mergekit.MergekitConfig.Input;

/** Whole tensors on arcs and spheres, and Model Stock. */
record GeometryMatch(NumberReading reading, int parents) {

    /** The method, or nothing where the program is none of these. */
    Optional<MergekitConfig> of(Term root) throws NoCounterpart {
        if (root.operator() == Operator.SUBTRACT && reading.input(root, 1).operator() == Operator.BASE) {
            Term whole = reading.input(root, 0);
            if (whole.operator() == Operator.SLERP) {
                return Optional.of(slerp(whole));
            }
            if (whole.operator() == Operator.KARCHER && reading.input(whole, 0).operator() == Operator.PARENTS) {
                return Optional.of(new MergekitConfig("karcher", -1, all(), Map.of()));
            }
        }
        if (root.operator() == Operator.MULTIPLY && reading.input(root, 0).operator() == Operator.STOCK) {
            Term mean = reading.input(root, 1);
            Term of = reading.input(reading.input(root, 0), 0);
            if (mean.operator() == Operator.MEAN
                    && reading.input(mean, 0).equals(of)
                    && of.operator() == Operator.TAUS
                    && parents > 1) {
                return Optional.of(new MergekitConfig("model_stock", 0, all(), Map.of()));
            }
            throw new NoCounterpart("mergekit's model_stock goes to the mean of all task vectors, of two or more");
        }
        return Optional.empty();
    }

    private MergekitConfig slerp(Term term) throws NoCounterpart {
        int from = whole(reading.input(term, 0));
        int to = whole(reading.input(term, 1));
        return new MergekitConfig(
                "slerp", from, List.of(new Input(to, Map.of())), Map.of("t", reading.number(reading.input(term, 2))));
    }

    private int whole(Term term) throws NoCounterpart {
        if (term.operator() == Operator.BASE) {
            return 0;
        }
        if (term.operator() != Operator.PARENT) {
            throw new NoCounterpart("mergekit's slerp goes between whole models, not task vectors");
        }
        return (int) reading.input(term, 0).number();
    }

    private List<Input> all() {
        List<Input> models = new ArrayList<>();
        for (int parent = 1; parent <= parents; parent++) {
            models.add(new Input(parent, Map.of()));
        }
        return models;
    }
}

package org.eyrie.program.mergekit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eyrie.program.language.Operator;
import org.eyrie.program.language.Parameter;
import org.eyrie.program.language.Term;
import org.eyrie.program.language.TermGraph;
import org.eyrie.program.language.TermType;
import org.eyrie.program.language.ValueType;
import org.eyrie.program.run.TensorKind;

/**
 * Numbers of a program that hang on a tensor's place alone, as mergekit sets them: {@code curve} as a list of values,
 * {@code kind} as filters.
 */
record NumberReading(TermGraph graph) {

    /** A number, or why mergekit cannot set it. */
    DepthSetting number(Term term) throws NoCounterpart {
        return switch (term.operator()) {
            case NUMBER -> DepthSetting.of(term.number());
            case DEPTH -> DepthSetting.of(List.of(0.0, 1.0));
            case RAMP, CURVE ->
                DepthSetting.of(graph.inputs(term).stream().map(Term::number).toList());
            case KIND -> kind(term);
            case ADD -> number(input(term, 0)).plus(number(input(term, 1)), 1);
            case SUBTRACT -> number(input(term, 0)).plus(number(input(term, 1)), -1);
            case MULTIPLY -> number(input(term, 0)).times(number(input(term, 1)));
            default ->
                throw new NoCounterpart(
                        "a weight comes from " + term.operator().text() + ", which mergekit cannot work out");
        };
    }

    /** A number for each of the parents that a term speaks of. */
    List<DepthSetting> each(Term term, int parents) throws NoCounterpart {
        List<DepthSetting> numbers = new ArrayList<>();
        if (term.type().value() == ValueType.NUM) {
            DepthSetting number = number(term);
            for (int i = 0; i < parents; i++) {
                numbers.add(number);
            }
        } else if (term.operator() == Operator.EACH) {
            for (Term one : graph.inputs(term)) {
                numbers.add(number(one));
            }
        } else if (term.operator() == Operator.MULTIPLY) {
            List<DepthSetting> left = each(input(term, 0), parents);
            List<DepthSetting> right = each(input(term, 1), parents);
            for (int i = 0; i < parents; i++) {
                numbers.add(left.get(i).times(right.get(i)));
            }
        } else {
            throw new NoCounterpart(
                    "weights of parents come from " + term.operator().text() + ", which mergekit cannot work out");
        }
        return numbers;
    }

    /** Which parents a tensor per parent is of, from 1, where it is {@code taus} or {@code only}. */
    List<Integer> named(Term vectors, int parents) throws NoCounterpart {
        if (vectors.operator() != Operator.TAUS && vectors.operator() != Operator.ONLY) {
            throw new NoCounterpart(vectors.operator().text() + " comes where mergekit takes task vectors as they are");
        }
        List<Integer> named = new ArrayList<>();
        for (int i = 0; i < vectors.type().countOf(parents); i++) {
            named.add(
                    vectors.type().count() == TermType.ALL
                            ? i + 1
                            : (int) input(vectors, i).number());
        }
        return named;
    }

    Term input(Term term, int input) {
        return graph.term(term.inputs().get(input));
    }

    private DepthSetting kind(Term term) throws NoCounterpart {
        Map<TensorKind, List<Double>> kinds = new EnumMap<>(TensorKind.class);
        List<Parameter> parameters = Operator.KIND.parameters();
        for (int i = 0; i < term.inputs().size(); i++) {
            TensorKind kind = TensorKind.valueOf(parameters.get(i).name().toUpperCase(Locale.ROOT));
            kinds.put(kind, number(input(term, i)).of(kind));
        }
        return new DepthSetting(kinds);
    }
}

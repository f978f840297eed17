package org.eyrie.program.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eyrie.model.Nearest;

/** What stands in the brackets of one call, brought into the order of the operator's parameters. */
final class Arguments {

    /** What is left out though it may not be; a fault says so. */
    static final int MISSING = -2;

    private final Operator operator;
    private final Token call;
    private final Faults faults;
    private final List<Integer> listed = new ArrayList<>();
    private final int[] given;
    private final int[] places;
    private final List<Integer> listedPlaces = new ArrayList<>();
    private int next;

    Arguments(Operator operator, Token call, Faults faults) {
        this.operator = operator;
        this.call = call;
        this.faults = faults;
        this.given = new int[operator.parameters().size()];
        this.places = new int[given.length];
        Arrays.fill(given, MISSING);
    }

    /** The parameter of that name, or a fault. */
    Optional<Parameter> parameter(Token name) {
        for (Parameter parameter : operator.parameters()) {
            if (parameter.name().equals(name.text()) && operator.form() == Form.CALL) {
                return Optional.of(parameter);
            }
        }
        List<String> known = operator.parameters().stream().map(Parameter::name).toList();
        faults.add(
                name.start(),
                call.text() + " has no " + name.text() + "." + Nearest.hint(name.text(), known) + " It is written "
                        + Signature.of(operator));
        return Optional.empty();
    }

    void named(Parameter parameter, int term, int place) {
        put(operator.parameters().indexOf(parameter), term, place);
    }

    void next(int term, Token at) {
        if (operator.form() == Form.LIST) {
            listed.add(term);
            listedPlaces.add(at.start());
            return;
        }
        if (next >= given.length || operator.parameters().get(next).named()) {
            faults.add(
                    at.start(),
                    call.text() + " takes no further argument without a name. It is written " + Signature.of(operator));
            return;
        }
        put(next++, term, at.start());
    }

    private void put(int parameter, int term, int place) {
        if (given[parameter] != MISSING) {
            faults.add(place, operator.parameters().get(parameter).name() + " is given twice.");
        }
        given[parameter] = term;
        places[parameter] = place;
    }

    List<Integer> places() {
        return operator.form() == Form.LIST
                ? listedPlaces
                : Arrays.stream(places).boxed().toList();
    }

    /** Numbers of the terms; what is left out is filled in up to the last that is given. */
    List<Integer> inOrder(TermGraph.Builder builder) {
        if (operator.form() == Form.LIST) {
            if (listed.isEmpty()) {
                faults.add(call.start(), call.text() + " is empty. It is written " + Signature.of(operator));
                return List.of(MISSING);
            }
            return listed;
        }
        List<Integer> inputs = new ArrayList<>();
        int last = given.length - 1;
        while (last >= 0
                && given[last] == MISSING
                && operator.parameters().get(last).optional()
                && !Roles.seed(operator, last)) {
            last--;
        }
        for (int i = 0; i <= last; i++) {
            inputs.add(given[i] == MISSING ? fallback(operator.parameters().get(i), builder) : given[i]);
        }
        return inputs;
    }

    private int fallback(Parameter parameter, TermGraph.Builder builder) {
        if (!parameter.optional()) {
            faults.add(
                    call.start(),
                    call.text() + " lacks " + parameter.name() + ". It is written " + Signature.of(operator));
            return MISSING;
        }
        return parameter.words().isEmpty()
                ? builder.number(parameter.fallback())
                : builder.word(parameter.words().get(0));
    }
}

package org.eyrie.program.language;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Operators by the names that they are written with. */
final class OperatorNames {

    private static final Map<String, Operator> BY_NAME = Arrays.stream(Operator.values())
            .filter(operator -> operator.form() != Form.LEAF && operator.form() != Form.INFIX)
            .collect(Collectors.toUnmodifiableMap(Operator::text, Function.identity()));

    private OperatorNames() {}

    /** The operator of that name, if one has it. */
    static Optional<Operator> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** All names, in order. */
    static List<String> all() {
        return BY_NAME.keySet().stream().sorted().toList();
    }
}

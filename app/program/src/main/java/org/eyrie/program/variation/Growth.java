package org.eyrie.program.variation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eyrie.program.language.Form;
import org.eyrie.program.language.Operator;
import org.eyrie.program.language.Parameter;
import org.eyrie.program.language.Slot;
import org.eyrie.program.language.ValueType;

/** Random terms of a type, out of the table of operators. */
final class Growth {

    /** Share of weights that are 0, so that parents are left out: the best merges often do. */
    private static final double NOTHING = .25;

    private final Random random;
    private final int parents;

    Growth(Random random, int parents) {
        this.random = random;
        this.parents = parents;
    }

    /** A term no deeper than so. */
    Sketch grow(ValueType type, int depth) {
        if (depth <= 1 || random.nextInt(6) == 0) {
            return leaf(type);
        }
        List<Operator> fitting = new ArrayList<>();
        for (Operator operator : Operator.values()) {
            if (operator.form() != Form.LEAF && operator.form() != Form.NAME && gives(operator, type)) {
                fitting.add(operator);
            }
        }
        Operator operator = fitting.get(random.nextInt(fitting.size()));
        return operator.form() == Form.INFIX
                ? infix(operator, type, depth)
                : new Sketch(operator, inputs(operator, type, depth), 0, "", type);
    }

    private static boolean gives(Operator operator, ValueType type) {
        return operator.form() == Form.INFIX ? type != ValueType.MASK : operator.canGive(type);
    }

    private Sketch infix(Operator operator, ValueType type, int depth) {
        boolean product = operator == Operator.MULTIPLY && type != ValueType.NUM;
        Sketch left = product ? grow(weight(type), depth - 1) : grow(type, depth - 1);
        return new Sketch(operator, List.of(left, grow(type, depth - 1)), 0, "", type);
    }

    private ValueType weight(ValueType type) {
        if (type == ValueType.VECS && random.nextInt(2) == 0) {
            return ValueType.PER;
        }
        return type == ValueType.VEC && random.nextInt(4) == 0 ? ValueType.MASK : ValueType.NUM;
    }

    private List<Sketch> inputs(Operator operator, ValueType type, int depth) {
        List<Sketch> inputs = new ArrayList<>();
        if (operator.form() == Form.LIST) {
            int count = operator == Operator.CURVE ? 3 : operator == Operator.ONLY ? subset() : parents;
            for (int i = 0; i < count; i++) {
                inputs.add(operator == Operator.ONLY ? Sketch.number(i + 1) : Sketch.number(weight()));
            }
            return operator == Operator.ONLY ? shuffled(count) : inputs;
        }
        for (Parameter parameter : operator.parameters()) {
            inputs.add(value(operator, parameter, inputs.isEmpty(), type, depth - 1));
        }
        while (!inputs.isEmpty()
                && operator.parameters().get(inputs.size() - 1).slot() == Slot.PER
                && operator.parameters().get(inputs.size() - 1).optional()
                && random.nextBoolean()) {
            inputs.remove(inputs.size() - 1);
        }
        return inputs;
    }

    private int subset() {
        return 1 + random.nextInt(parents);
    }

    private List<Sketch> shuffled(int count) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 1; i <= parents; i++) {
            numbers.add(i);
        }
        java.util.Collections.shuffle(numbers, random);
        return numbers.subList(0, count).stream().sorted().map(Sketch::number).toList();
    }

    /** An operator with a term as its first input, the others random. */
    Sketch around(Operator operator, Sketch term) {
        List<Sketch> inputs = new ArrayList<>(inputs(operator, term.type(), 2));
        inputs.set(0, term);
        return new Sketch(operator, inputs, 0, "", term.type());
    }

    private Sketch value(Operator operator, Parameter parameter, boolean first, ValueType type, int depth) {
        if (!parameter.words().isEmpty()) {
            String word = parameter.words().get(random.nextInt(parameter.words().size()));
            return new Sketch(Operator.WORD, List.of(), 0, word, ValueType.WORD);
        }
        return switch (parameter.slot()) {
            case VECS -> grow(ValueType.VECS, depth);
            case TENSORS -> grow(first ? type : ValueType.VECS, depth);
            case VEC -> grow(ValueType.VEC, depth);
            case MASK -> grow(ValueType.MASK, depth);
            case PER -> grow(ValueType.PER, depth);
            case NUM -> parameter.optional() ? Sketch.number(weight()) : grow(ValueType.NUM, depth);
            case WEIGHT, BLEND -> grow(ValueType.NUM, depth);
            case CONSTANT, INTEGER, CHOICE -> Sketch.number(constant(operator, parameter));
        };
    }

    private double constant(Operator operator, Parameter parameter) {
        if (parameter.slot() == Slot.INTEGER) {
            int most = (int) Math.min(parameter.most(), operator == Operator.LOWRANK ? 16 : Math.max(parents, 1));
            return parameter.least() + random.nextInt(Math.max(1, most - (int) parameter.least() + 1));
        }
        if (operator == Operator.DROP_SMALL) {
            return parameter.name().equals("spread") ? .05 + .1 * random.nextInt(2) : .3 + .1 * random.nextInt(5);
        }
        double low = Math.max(parameter.least(), -2);
        double high = Math.min(parameter.most(), 2);
        return Variation.fourDigits(low + (high - low) * random.nextDouble());
    }

    private double weight() {
        return random.nextDouble() < NOTHING ? 0 : Variation.fourDigits(.5 * Math.exp(.7 * random.nextGaussian()));
    }

    private Sketch leaf(ValueType type) {
        return switch (type) {
            case NUM ->
                random.nextInt(4) == 0 ? new Sketch(Operator.DEPTH, List.of(), 0, "", type) : Sketch.number(weight());
            case PER -> new Sketch(Operator.EACH, inputs(Operator.EACH, type, 1), 0, "", type);
            case VECS ->
                random.nextInt(3) == 0 && parents > 1
                        ? new Sketch(Operator.ONLY, shuffled(subset()), 0, "", type)
                        : new Sketch(Operator.TAUS, List.of(), 0, "", type);
            case VEC -> new Sketch(Operator.TAU, List.of(Sketch.number(1 + random.nextInt(parents))), 0, "", type);
            case MASK -> new Sketch(Operator.LARGER, List.of(leaf(ValueType.VEC), leaf(ValueType.VEC)), 0, "", type);
            case WORD -> throw new IllegalArgumentException("A word is chosen, not grown");
        };
    }
}

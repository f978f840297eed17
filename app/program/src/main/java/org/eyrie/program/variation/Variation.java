package org.eyrie.program.variation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.eyrie.model.InvalidInputException;
import org.eyrie.program.Program;
import org.eyrie.program.language.Form;
import org.eyrie.program.language.Operator;
import org.eyrie.program.language.Parameter;
import org.eyrie.program.language.Roles;
import org.eyrie.program.language.Slot;
import org.eyrie.program.language.ValueType;

/** Makes programs for a number of parents; equal random numbers make equal programs. */
public final class Variation {

    /** How many attempts there are until something valid and new must have come out. */
    private static final int ATTEMPTS = 200;

    /** How deep a new program grows; bounds allow more, but few of those mean anything. */
    private static final int DEPTH = 6;

    private static final double JITTER = .25;

    /** How a program is changed. */
    enum Change {
        JITTER,
        SWAP,
        REPLACE,
        INSERT,
        REMOVE,
        REFINE,
        LEAVE_OUT
    }

    private final Random random;
    private final int parents;
    private final Growth growth;

    /**
     * For merges of so many parents.
     *
     * @param parents from 1
     */
    public Variation(Random random, int parents) {
        this.random = random;
        this.parents = parents;
        this.growth = new Growth(random, parents);
    }

    /** A program from nothing. */
    public Program grown() {
        return tried(() -> growth.grow(ValueType.VEC, 2 + random.nextInt(DEPTH - 1)), "")
                .orElseGet(() -> Program.parse("base + .5 * tau(1)"));
    }

    /** A program with one thing changed; the same where nothing could be. */
    public Program mutated(Program program) {
        Sketch sketch = Sketch.of(program.graph());
        if (sketch.size() > Sketch.LARGEST) {
            return program;
        }
        return tried(() -> changed(sketch), program.text()).orElse(program);
    }

    /** A program with a part of another in the place of one of the same type; the first where none fits. */
    public Program crossed(Program one, Program other) {
        Sketch first = Sketch.of(one.graph());
        Sketch second = Sketch.of(other.graph());
        if (first.size() > Sketch.LARGEST || second.size() > Sketch.LARGEST) {
            return one;
        }
        return tried(
                        () -> {
                            Sketch place = any(first.all());
                            List<Sketch> parts = second.all().stream()
                                    .filter(part -> part.type() == place.type() && part.type() != ValueType.WORD)
                                    .toList();
                            return parts.isEmpty() ? first : first.with(place, any(parts));
                        },
                        one.text())
                .orElse(one);
    }

    /** The first sketch that is a program for these parents, and another than the text. */
    private Optional<Program> tried(Supplier<Sketch> sketches, String text) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                Program program = Program.parse(sketches.get().program());
                if (program.needs().refusals(parents).isEmpty()
                        && !program.text().equals(text)
                        && readAgain(program)) {
                    return Optional.of(program);
                }
            } catch (InvalidInputException e) {
                // Types forbid it, or bounds: another attempt.
            }
        }
        return Optional.empty();
    }

    /** Its canonical text can be longer than what was written. */
    private static boolean readAgain(Program program) {
        return Program.parse(program.text()).text().equals(program.text());
    }

    private Sketch changed(Sketch sketch) {
        Sketch place = any(sketch.all());
        return switch (Change.values()[random.nextInt(Change.values().length)]) {
            case JITTER -> jittered(sketch);
            case SWAP -> sketch.with(place, swapped(place));
            case REPLACE ->
                place.type() == ValueType.WORD || literal(sketch, place)
                        ? sketch
                        : sketch.with(place, growth.grow(place.type(), 3));
            case INSERT -> sketch.with(place, wrapped(place));
            case REMOVE ->
                place.inputs().isEmpty() || place.inputs().get(0).type() != place.type()
                        ? sketch
                        : sketch.with(place, place.inputs().get(0));
            case REFINE ->
                place.operator() == Operator.NUMBER && !literal(sketch, place)
                        ? sketch.with(place, refined(place.number()))
                        : sketch;
            case LEAVE_OUT ->
                place.operator() == Operator.TAUS ? sketch.with(place, growth.grow(ValueType.VECS, 1)) : sketch;
        };
    }

    /** One number by some 25 %, to four digits. */
    private Sketch jittered(Sketch sketch) {
        List<Sketch> numbers = new ArrayList<>();
        for (Sketch node : sketch.all()) {
            for (Sketch input : node.inputs()) {
                if (input.operator() == Operator.NUMBER && !Roles.names(node.operator())) {
                    numbers.add(input);
                }
            }
        }
        if (numbers.isEmpty()) {
            return sketch;
        }
        Sketch number = any(numbers);
        double value = number.number() == 0
                ? .1 * random.nextGaussian()
                : number.number() * Math.exp(JITTER * random.nextGaussian());
        return sketch.with(number, number.withNumber(fourDigits(value)));
    }

    /** Another operator that takes the same and gives the same. */
    private Sketch swapped(Sketch node) {
        List<Operator> others = new ArrayList<>();
        for (Operator operator : Operator.values()) {
            if (operator != node.operator()
                    && operator.form() == node.operator().form()
                    && likes(operator, node)) {
                others.add(operator);
            }
        }
        return others.isEmpty()
                ? node
                : new Sketch(any(others), node.inputs(), node.number(), node.word(), node.type());
    }

    private static boolean likes(Operator operator, Sketch node) {
        if (operator.form() != Form.CALL
                || node.inputs().size() > operator.parameters().size()) {
            return operator.form() == Form.INFIX;
        }
        for (int i = 0; i < operator.parameters().size(); i++) {
            Parameter parameter = operator.parameters().get(i);
            boolean given = i < node.inputs().size();
            if (given ? !parameter.slot().takes(node.inputs().get(i).type()) : !parameter.optional()) {
                return false;
            }
        }
        return true;
    }

    /** Within an operator that takes one thing and gives the like. */
    private Sketch wrapped(Sketch node) {
        List<Operator> around = new ArrayList<>();
        for (Operator operator : Operator.values()) {
            if (operator.form() == Form.CALL
                    && operator.canGive(node.type())
                    && operator.parameters().get(0).slot().takes(node.type())
                    && !operator.parameters().get(0).slot().literal()) {
                around.add(operator);
            }
        }
        return around.isEmpty() ? node : growth.around(any(around), node);
    }

    /** A number as something that has the same value everywhere and may vary from now on. */
    private Sketch refined(double value) {
        Sketch number = Sketch.number(value);
        if (random.nextBoolean()) {
            Sketch moved = Sketch.number(fourDigits(value * (1 + .1 * random.nextGaussian())));
            return new Sketch(Operator.RAMP, List.of(number, moved), 0, "", ValueType.NUM);
        }
        List<Sketch> kinds = new ArrayList<>();
        int other = random.nextInt(Operator.KIND.parameters().size());
        for (int i = 0; i < Operator.KIND.parameters().size(); i++) {
            kinds.add(i == other ? Sketch.number(fourDigits(value * (1 + .2 * random.nextGaussian()))) : number);
        }
        return new Sketch(Operator.KIND, kinds, 0, "", ValueType.NUM);
    }

    private static boolean literal(Sketch sketch, Sketch place) {
        for (Sketch node : sketch.all()) {
            for (int i = 0; i < node.inputs().size(); i++) {
                if (node.inputs().get(i) == place && node.operator().form() != Form.INFIX) {
                    Slot slot = node.operator()
                            .parameters()
                            .get(node.operator().form() == Form.LIST ? 0 : i)
                            .slot();
                    return slot.literal();
                }
            }
        }
        return false;
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    static double fourDigits(double value) {
        return new BigDecimal(value).round(new MathContext(4)).doubleValue();
    }
}

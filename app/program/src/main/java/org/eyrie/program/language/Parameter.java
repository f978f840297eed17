package org.eyrie.program.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the things that an operator takes.
 *
 * @param name how it is called where it is named
 * @param slot what may stand there
 * @param named whether it is written {@code name=value}
 * @param optional whether it may be left out
 * @param least the least number allowed, for numbers that are written down
 * @param most the most
 * @param fallback the number where it is left out
 * @param words the words allowed, the first where it is left out
 */
public record Parameter(
        String name,
        Slot slot,
        boolean named,
        boolean optional,
        double least,
        double most,
        double fallback,
        List<String> words) {

    static Parameter of(String name, Slot slot) {
        return new Parameter(name, slot, false, false, -LARGEST, LARGEST, 0, List.of());
    }

    static Parameter vecs() {
        return of("v", Slot.VECS);
    }

    static Parameter tensors() {
        return of("v", Slot.TENSORS);
    }

    static Parameter vec(String name) {
        return of(name, Slot.VEC);
    }

    static Parameter constant(String name, double least, double most) {
        return new Parameter(name, Slot.CONSTANT, false, false, least, most, 0, List.of());
    }

    static Parameter integer(String name, int least, int most) {
        return new Parameter(name, Slot.INTEGER, false, false, least, most, 0, List.of());
    }

    static Parameter seed() {
        return new Parameter("seed", Slot.INTEGER, true, true, 0, 1_000_000_000, 0, List.of());
    }

    static Parameter choice(String name, String... words) {
        return new Parameter(name, Slot.CHOICE, true, true, 0, 0, 0, List.of(words));
    }

    static Parameter share(String name) {
        return new Parameter(name, Slot.NUM, true, true, -LARGEST, LARGEST, 0, List.of());
    }

    static Parameter weights() {
        return new Parameter("weights", Slot.PER, true, true, -LARGEST, LARGEST, 0, List.of());
    }

    /** No number of a program is further from 0: what goes beyond is a slip of the pen. */
    static final double LARGEST = 1000;

    /** What is wrong with a number that is written down, or null. */
    @Nullable
    String refusal(double number) {
        if (slot == Slot.INTEGER && number != Math.rint(number)) {
            return name + " is a whole number, not " + Digits.text(number);
        }
        if (number < least || number > most) {
            return name + " is from " + Digits.text(least) + " to " + Digits.text(most) + ", not "
                    + Digits.text(number);
        }
        return null;
    }
}

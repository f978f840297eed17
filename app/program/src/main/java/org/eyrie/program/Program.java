package org.eyrie.program;

import org.eyrie.model.Sha256;
import org.eyrie.program.language.Cost;
import org.eyrie.program.language.Needs;
import org.eyrie.program.language.Reading;
import org.eyrie.program.language.TermGraph;

/**
 * A merge as a formula: what is added to the base, tensor by tensor.
 *
 * <p>Always total and deterministic: there are no loops, nothing is read but weights, and random numbers follow from the
 * seeds written in it. What it costs is known before it runs.
 */
public final class Program {

    private static final int ID_BYTES = 6;

    private final Reading reading;

    private Program(Reading reading) {
        this.reading = reading;
    }

    /**
     * Reads a program.
     *
     * @throws org.eyrie.model.InvalidInputException if it is none or goes beyond a bound, with every fault, its place, and
     *     what would be right
     */
    public static Program parse(String text) {
        return new Program(Reading.of(text));
    }

    /** The canonical text, which is read as a program that makes the same tensors. */
    public String text() {
        return reading.text();
    }

    /**
     * Its id, {@code alg:} and 12 hexadecimal digits. Programs have one id where algebra shows that they are one, with
     * numbers taken to four digits and seeds only as to which draws are shared.
     */
    public String id() {
        return "alg:" + hash(reading.key());
    }

    /** What programs have in common that differ in numbers only. */
    public String species() {
        return reading.species();
    }

    /** What it costs. */
    public Cost cost() {
        return reading.cost();
    }

    /** How many parents it takes. */
    public Needs needs() {
        return reading.needs();
    }

    /** The canonical graph. */
    public TermGraph graph() {
        return reading.canonical();
    }

    /** The graph as it was written, which makes the same tensors up to rounding. */
    public TermGraph written() {
        return reading.written();
    }

    private static String hash(String text) {
        return Sha256.hex(text).substring(0, 2 * ID_BYTES);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Program program && program.id().equals(id());
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}

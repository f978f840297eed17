package org.eyrie.server.searching;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what is wrong with the settings of a search, so that all of it is told at once, each by the name that whoever sent it
 * knows. What could not be read is null, and its fault is here.
 */
public final class SettingFaults {

    /** Places that say no more than the setting's own name. */
    private static final Set<String> PLAIN = Set.of("the file", "items", "split", "command");

    private final UnaryOperator<String> names;
    private final List<Fault> faults = new ArrayList<>();
    private boolean misused;

    /** @param names what the sender calls a setting, such as {@code --items-budget} for {@code itemsBudget} */
    public SettingFaults(UnaryOperator<String> names) {
        this.names = names;
    }

    /** Of a request, whose keys are the names. */
    public static SettingFaults ofRequest() {
        return new SettingFaults(UnaryOperator.identity());
    }

    /** A setting's value cannot be right, whatever files hold. */
    public void misused(String name, String reason) {
        misused = true;
        faults.add(new Fault(names.apply(name), reason));
    }

    /** What a setting names cannot be used. */
    public void unusable(String name, String reason) {
        faults.add(new Fault(names.apply(name), reason));
    }

    /** What a word says; null where it is missing or says nothing. */
    public <T> @Nullable T value(String name, @Nullable String word, Function<String, T> parser) {
        if (word == null) {
            misused(name, "It is missing.");
            return null;
        }
        try {
            return parser.apply(word);
        } catch (IllegalArgumentException refused) {
            misused(name, String.valueOf(refused.getMessage()));
            return null;
        }
    }

    /** What a setting names; null where it is refused, with every reason. */
    public <T> @Nullable T read(String name, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (InvalidInputException refused) {
            for (Fault fault : refused.faults()) {
                unusable(name, (PLAIN.contains(fault.where()) ? "" : fault.where() + ": ") + fault.reason());
            }
            return null;
        }
    }

    /** What several settings name together, whose faults know their places. */
    public <T> @Nullable T read(Supplier<T> reader) {
        try {
            return reader.get();
        } catch (InvalidInputException refused) {
            faults.addAll(refused.faults());
            return null;
        }
    }

    /** Whether the value of some setting cannot be right, whatever files hold. */
    public boolean isMisused() {
        return misused;
    }

    /** In the order in which they were found. */
    public List<Fault> all() {
        return List.copyOf(faults);
    }

    /**
     * Tells them all.
     *
     * @throws InvalidInputException with every fault, if there is one
     */
    public void check(String what) {
        if (!faults.isEmpty()) {
            throw new InvalidInputException(what, faults);
        }
    }
}

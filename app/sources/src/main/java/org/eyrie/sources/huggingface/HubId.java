package org.eyrie.sources.huggingface;

import java.util.Optional;
import java.util.regex.Pattern;
import org.eyrie.sources.conventions.ModelPaths;

/**
 * A model's name on the Hub, safe to be part of an address: names come from other people's files.
 *
 * @param value {@code name} or {@code owner/name}, letters, digits, {@code .}, {@code _} and {@code -}
 */
record HubId(String value) {

    private static final Pattern FORM = Pattern.compile("(?:[A-Za-z0-9_.-]{1,96}/)?[A-Za-z0-9_.-]{1,96}");

    HubId {
        if (!isName(value)) {
            throw new IllegalArgumentException("Not a name on the Hub: " + value);
        }
    }

    /** The name in a text, or in an address of the Hub; empty where it is none, such as a path on somebody's machine. */
    static Optional<HubId> of(String text) {
        try {
            String name = ModelPaths.id(text).value();
            return isName(name) ? Optional.of(new HubId(name)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isName(String text) {
        return FORM.matcher(text).matches()
                && !text.contains("..")
                && !text.startsWith(".")
                && !text.contains("/.")
                && !text.equals("_");
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.eyrie.sources.card;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eyrie.sources.conventions.ModelPaths;
import org.eyrie.sources.spi.Text;
import org.eyrie.sources.tree.ParsedTree;
import org.jspecify.annotations.Nullable;

/**
 * The parents that {@code base_model} names, however people write several of them.
 *
 * @param names as they are written, none twice
 * @param blanks how many entries of the list say nothing
 * @param faults what is no name
 */
public record BaseModels(List<String> names, int blanks, List<String> faults) {

    private static final Pattern JOINED = Pattern.compile("\\s+(?:\\+|&|and)\\s+");
    private static final Pattern BULLET = Pattern.compile("^[-*]\\s+");

    public BaseModels {
        names = List.copyOf(names);
        faults = List.copyOf(faults);
    }

    /** What stands under {@code base_model}; nothing where it is absent. */
    public static BaseModels of(@Nullable Object value) {
        List<@Nullable Object> entries = new ArrayList<>();
        if (value instanceof List<?> list) {
            entries.addAll(list);
        } else if (value != null) {
            entries.add(value);
        }
        Set<String> names = new LinkedHashSet<>();
        List<String> faults = new ArrayList<>();
        int blanks = 0;
        for (Object entry : entries) {
            if (entry == null || (entry instanceof String text && text.isBlank())) {
                blanks++;
            } else if (entry instanceof String text) {
                names.addAll(split(text));
            } else {
                faults.add("base_model must be a name or a list of names, not " + ParsedTree.describe(entry));
            }
        }
        return new BaseModels(List.copyOf(names), blanks, faults);
    }

    /** What to tell the person of entries that say nothing; null where there are none. */
    public @Nullable String blankNote() {
        if (blanks == 0) {
            return null;
        }
        return names.isEmpty()
                ? "base_model names no model: what stands there has no name, and is left out"
                : "base_model holds an entry without a name, which is left out. The others are "
                        + Text.quoted(String.join(", ", names));
    }

    private static List<String> split(String text) {
        List<String> names = new ArrayList<>();
        for (String piece : ModelPaths.list(text)) {
            for (String part : JOINED.split(BULLET.matcher(piece).replaceFirst(""), -1)) {
                names.add(part.strip());
            }
        }
        return names;
    }
}

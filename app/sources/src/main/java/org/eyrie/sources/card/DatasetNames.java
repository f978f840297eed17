package org.eyrie.sources.card;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What tells results on one data set apart: its configuration and its split. Those of which it is usual to have no other
 * are left unsaid.
 */
final class DatasetNames {

    /** Titles of leaderboards say all there is to say. */
    private static final Pattern TITLE = Pattern.compile("\\(\\d{1,4}[- ]shots?\\)", Pattern.CASE_INSENSITIVE);

    /** The only configuration, or all of them. */
    private static final Set<String> WHOLE = Set.of("", "default", "main", "all", "plain_text", "none");

    /** Answers of their test splits are not public, or there is none: everybody reports the validation split. */
    private static final List<String> VALIDATED =
            List.of("hellaswag", "winogrande", "truthfulqa", "piqa", "boolq", "siqa", "socialiqa", "commonsenseqa");

    private static final Set<String> TEST = Set.of("", "test", "default");

    private DatasetNames() {}

    /**
     * The name of the task on a data set.
     *
     * @param configuration or task of it, or null
     */
    static String task(String dataset, @Nullable String configuration) {
        String name = configuration == null ? "" : configuration.strip();
        boolean said = WHOLE.contains(name.toLowerCase(Locale.ROOT))
                || TITLE.matcher(dataset).find()
                || (" " + spaced(dataset) + " ").contains(" " + spaced(name) + " ")
                || bare(lastPart(dataset)).equals(bare(name));
        return said ? dataset : dataset + "/" + name;
    }

    /** The split as part of a benchmark's name; null where it goes without saying. */
    static @Nullable String split(String dataset, @Nullable String split) {
        String name = split == null ? "" : split.strip();
        String lower = name.toLowerCase(Locale.ROOT);
        boolean usual = TEST.contains(lower)
                || TITLE.matcher(dataset).find()
                || (lower.startsWith("val") && VALIDATED.stream().anyMatch(bare(dataset)::contains));
        return usual ? null : name + " split";
    }

    private static String lastPart(String dataset) {
        return dataset.substring(dataset.lastIndexOf('/') + 1);
    }

    private static String spaced(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private static String bare(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}

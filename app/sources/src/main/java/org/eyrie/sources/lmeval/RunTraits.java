package org.eyrie.sources.lmeval;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.eyrie.model.Traits;
import org.eyrie.sources.tree.ParsedTree;
import org.jspecify.annotations.Nullable;

/** What a run lets conclude of the model it evaluated. */
final class RunTraits {

    private static final String TORCH = "torch.";
    private static final double BILLION = 1e9;

    private RunTraits() {}

    /**
     * Size and number format as the harness counted and loaded them, whether it was given a chat template, and of a model
     * in a folder, which nobody has published, the day it ran.
     */
    static Traits of(Map<String, Object> results, Results run) {
        return new Traits(
                null, size(results), null, precision(results), ChatTemplates.used(results), null, day(run), null);
    }

    // Weights in four bits are stored two to a number: how many there were cannot be told.
    private static @Nullable Double size(Map<String, Object> results) {
        boolean packed = String.valueOf(ParsedTree.at(results, "config", "model_args"))
                .toLowerCase(java.util.Locale.ROOT)
                .matches(".*load_in_4bit\\W*true.*");
        return !packed
                        && ParsedTree.at(results, "config", "model_num_parameters") instanceof Number count
                        && count.doubleValue() > 0
                        && count.doubleValue() < Traits.MOST_BILLIONS * BILLION
                ? count.doubleValue() / BILLION
                : null;
    }

    private static @Nullable String precision(Map<String, Object> results) {
        return ParsedTree.at(results, "config", "model_dtype") instanceof String type
                        && type.startsWith(TORCH)
                        && type.length() > TORCH.length()
                ? type.substring(TORCH.length())
                : null;
    }

    private static @Nullable LocalDate day(Results run) {
        return run.isOfFolder() && run.measuredAt() != null
                ? run.measuredAt().atZone(ZoneOffset.UTC).toLocalDate()
                : null;
    }
}

package org.eyrie.sources.benchmarks;

import java.util.Set;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.sources.conventions.BenchmarkNames;
import org.jspecify.annotations.Nullable;

/**
 * Which setups of a task are meant. Each condition is a set of words in the form of {@link Spelling#key}, of which the
 * setup must have one; {@value #UNSTATED} stands for a setup that does not say, and an empty set for any.
 *
 * @param harness the program that ran it
 * @param version the harness's version of the task, {@code 3} for 3.0 too
 * @param shots numbers in digits
 * @param chatTemplate {@code true} or {@code false}
 * @param source part of where the score is known from, such as an address; null for anywhere
 */
record SetupPattern(
        Set<String> metric,
        Set<String> filter,
        Set<String> harness,
        Set<String> version,
        Set<String> shots,
        Set<String> chatTemplate,
        @Nullable String source) {

    static final String UNSTATED = "unstated";

    SetupPattern {
        metric = Set.copyOf(metric);
        filter = Set.copyOf(filter);
        harness = Set.copyOf(harness);
        version = Set.copyOf(version);
        shots = Set.copyOf(shots);
        chatTemplate = Set.copyOf(chatTemplate);
    }

    /** @param from where the score is known from, or null */
    boolean matches(EvaluationSetup given, @Nullable Integer shotsStated, @Nullable String from) {
        EvaluationSetup setup = BenchmarkNames.canonical(given);
        return allows(metric, setup.metric())
                && allows(filter, setup.filter())
                && allows(harness, setup.harness())
                && allows(version, setup.taskVersion())
                && allows(shots, shotsStated)
                && allows(chatTemplate, setup.chatTemplate())
                && (source == null || (from != null && from.contains(source)));
    }

    private static boolean allows(Set<String> words, @Nullable Object stated) {
        return words.isEmpty() || words.contains(stated == null ? UNSTATED : Spelling.key(String.valueOf(stated)));
    }
}

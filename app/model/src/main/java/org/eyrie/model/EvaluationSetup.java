package org.eyrie.model;

import org.jspecify.annotations.Nullable;

/**
 * How a task was run, as far as it is known. Scores under different setups are not comparable, therefore a
 * setup belongs to a benchmark and two setups of one task are two benchmarks.
 *
 * @param task the task's name, such as {@code gsm8k}
 * @param metric such as {@code exact_match}
 * @param filter such as {@code strict-match}
 * @param harness such as {@code lm-evaluation-harness}
 * @param taskVersion the harness's version of the task
 * @param nShot number of examples in the prompt, not negative
 * @param chatTemplate whether prompts went through the model's chat template
 */
public record EvaluationSetup(
        @Nullable String task,
        @Nullable String metric,
        @Nullable String filter,
        @Nullable String harness,
        @Nullable String taskVersion,
        @Nullable Integer nShot,
        @Nullable Boolean chatTemplate) {

    /** Nobody says how it was run. */
    public static final EvaluationSetup UNKNOWN = new EvaluationSetup(null, null, null, null, null, null, null);

    public EvaluationSetup {
        if (nShot != null && nShot < 0) {
            throw new IllegalArgumentException("The number of shots must not be negative: " + nShot);
        }
    }

    /** This setup, and what {@code older} says where nothing is known here. */
    public EvaluationSetup orElse(EvaluationSetup older) {
        return new EvaluationSetup(
                first(task, older.task),
                first(metric, older.metric),
                first(filter, older.filter),
                first(harness, older.harness),
                first(taskVersion, older.taskVersion),
                first(nShot, older.nShot),
                first(chatTemplate, older.chatTemplate));
    }

    /** Whether both can describe the same runs: they agree wherever both say something. */
    public boolean agreesWith(EvaluationSetup other) {
        return orElse(other).equals(other.orElse(this));
    }

    private static <T> @Nullable T first(@Nullable T newer, @Nullable T older) {
        return newer != null ? newer : older;
    }

    /** This setup with another version of the task. */
    public EvaluationSetup withTaskVersion(@Nullable String other) {
        return new EvaluationSetup(task, metric, filter, harness, other, nShot, chatTemplate);
    }

    /** This setup with another filter. */
    public EvaluationSetup withFilter(@Nullable String other) {
        return new EvaluationSetup(task, metric, other, harness, taskVersion, nShot, chatTemplate);
    }
}

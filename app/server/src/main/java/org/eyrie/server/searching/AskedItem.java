package org.eyrie.server.searching;

import org.jspecify.annotations.Nullable;

/**
 * An item that a worker is asked to evaluate.
 *
 * @param item its position in the search, by which it is answered
 * @param task which score it belongs to
 * @param name what it is known by within its task: its prompt, or the hash of its document
 * @param prompt what the model is given; null where a harness has it
 * @param answer what solves it, the whole of it and nothing more; null where a harness has it
 * @param number its place among the task's documents, as {@code --samples} of lm-evaluation-harness takes it; null elsewhere
 */
public record AskedItem(
        int item,
        String task,
        String name,
        @Nullable String prompt,
        @Nullable String answer,
        @Nullable Integer number) {}

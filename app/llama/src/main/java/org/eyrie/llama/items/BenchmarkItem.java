package org.eyrie.llama.items;

/**
 * A question with its one right answer.
 *
 * @param task what it belongs to; scores are per task
 * @param prompt what the model reads
 * @param answer what it must write, then end
 * @param split the part of the items that it is in, such as {@code develop} or {@code test}; empty where there are no parts
 */
public record BenchmarkItem(String task, String prompt, String answer, String split) {

    public BenchmarkItem {
        if (task.isBlank() || prompt.isBlank() || answer.isEmpty()) {
            throw new IllegalArgumentException("An item needs a task, a prompt and an answer");
        }
    }
}

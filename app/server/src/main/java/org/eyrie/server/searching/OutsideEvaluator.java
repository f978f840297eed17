package org.eyrie.server.searching;

/**
 * Who evaluates merges in place of the built-in small Llama: a command, or workers that ask for work.
 *
 * @param command with places for model, tasks, items and results, as {@code CommandSettings} says; {@link #PULL} for workers
 * @param metric which figure counts; empty where a task has one alone
 * @param minutes how long one run of it may take
 * @param attempts how often it is tried, from 1
 */
public record OutsideEvaluator(String command, String metric, int minutes, int attempts) {

    /** In place of a command: nothing is run here, workers take orders over the network and answer them. */
    public static final String PULL = "pull";

    /** Workers that ask. */
    public static OutsideEvaluator pulled() {
        return new OutsideEvaluator(PULL, "", 1, 1);
    }

    /** Whether workers ask for the work. */
    public boolean isPulled() {
        return command.equals(PULL);
    }
}

package org.eyrie.server.searching;

/**
 * A command that evaluates merges in place of the built-in small Llama.
 *
 * @param command with places for model, tasks, items and results, as {@code CommandSettings} says
 * @param metric which figure counts; empty where a task has one alone
 * @param minutes how long one run of it may take
 * @param attempts how often it is tried, from 1
 */
public record OutsideEvaluator(String command, String metric, int minutes, int attempts) {}

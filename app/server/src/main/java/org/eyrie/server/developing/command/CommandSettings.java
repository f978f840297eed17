package org.eyrie.server.developing.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How merges are evaluated by a command.
 *
 * @param command with places, such as {@code lm_eval --model hf --model_args pretrained={model} --tasks {tasks} --samples {items}
 *     --log_samples --output_path {out}}; beyond 100,000 characters {@code {items}} is the path of a file, which
 *     {@code lm_eval} takes alike
 * @param metric which figure counts, such as {@code exact_match,strict-match}; empty where a task has one alone
 * @param base the folder of the model that parents were made from
 * @param parents their folders
 * @param work where merges and results lie while they are needed
 * @param longest how long one run of the command may take
 * @param attempts how often it is tried, from 1
 */
public record CommandSettings(
        String command, String metric, Path base, List<Path> parents, Path work, Duration longest, int attempts) {

    public CommandSettings {
        parents = List.copyOf(parents);
        if (attempts < 1 || longest.isNegative() || longest.isZero()) {
            throw new IllegalArgumentException(
                    "A command needs an attempt and time, not " + attempts + " and " + longest);
        }
    }

    /**
     * The command itself.
     *
     * @throws org.eyrie.model.InvalidInputException if it could not be run, or would evaluate something else, with every reason
     */
    public static String checked(String command) {
        CommandTemplate.of(command);
        return command;
    }
}

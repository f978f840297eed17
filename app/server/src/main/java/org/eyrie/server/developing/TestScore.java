package org.eyrie.server.developing;

import java.util.List;
import org.eyrie.program.Program;

/**
 * How a program did on test items.
 *
 * @param program its id
 * @param text the program
 * @param items how many it was asked
 * @param share mean over tasks of the share solved, 0 to 1
 * @param sd standard error of that, tasks taken as given
 * @param lower of its interval of 95 %
 * @param upper of its interval of 95 %
 * @param outcomes a character for each test item in their order: {@code 1} solved, {@code 0} not
 */
public record TestScore(
        String program, String text, int items, double share, double sd, double lower, double upper, String outcomes) {

    private static final double NINETY_FIVE = 1.96;

    /**
     * Of outcomes.
     *
     * @param tasks of every item, in their order
     * @param outcomes a character for each of them
     */
    public static TestScore of(Program program, List<String> tasks, String outcomes) {
        TaskShares shares = TaskShares.of(tasks, outcomes);
        return new TestScore(
                program.id(),
                program.text(),
                tasks.size(),
                shares.mean(),
                shares.sd(),
                Math.max(0, shares.mean() - NINETY_FIVE * shares.sd()),
                Math.min(1, shares.mean() + NINETY_FIVE * shares.sd()),
                outcomes);
    }
}

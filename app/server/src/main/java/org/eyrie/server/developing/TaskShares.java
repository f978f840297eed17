package org.eyrie.server.developing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The mean over tasks of the share solved.
 *
 * @param mean 0 to 1
 * @param sd its standard error, tasks taken as given
 */
record TaskShares(double mean, double sd) {

    /**
     * Of outcomes.
     *
     * @param tasks of every item
     * @param outcomes a character for each item, {@code 1} for solved
     */
    static TaskShares of(List<String> tasks, String outcomes) {
        Map<String, int[]> counted = new LinkedHashMap<>();
        for (int i = 0; i < tasks.size(); i++) {
            int[] counts = counted.computeIfAbsent(tasks.get(i), task -> new int[2]);
            counts[0] += outcomes.charAt(i) == '1' ? 1 : 0;
            counts[1]++;
        }
        double mean = 0;
        double variance = 0;
        for (int[] counts : counted.values()) {
            double share = (double) counts[0] / counts[1];
            mean += share / counted.size();
            variance += share * (1 - share) / counts[1] / counted.size() / counted.size();
        }
        return new TaskShares(mean, Math.sqrt(variance));
    }
}

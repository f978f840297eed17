package org.eyrie.lrmf.kinship;

/** What is known of siblings by trying: how many items of each task they were asked, and how many they solved. */
public final class SiblingTrials {

    private final int[][] solved;
    private final int[][] asked;

    /**
     * Counts.
     *
     * @param solved rows are siblings, columns tasks
     * @param asked of the same shape; 0 where a sibling was not asked
     * @throws IllegalArgumentException if shapes differ, there is no task, or somebody solved more than it was asked
     */
    public SiblingTrials(int[][] solved, int[][] asked) {
        if (solved.length != asked.length || solved.length == 0 || solved[0].length == 0) {
            throw new IllegalArgumentException("Counts of " + solved.length + " and " + asked.length + " siblings");
        }
        for (int i = 0; i < solved.length; i++) {
            if (solved[i].length != solved[0].length || asked[i].length != solved[0].length) {
                throw new IllegalArgumentException("Sibling " + i + " has another number of tasks");
            }
            for (int t = 0; t < solved[i].length; t++) {
                if (solved[i][t] < 0 || solved[i][t] > asked[i][t]) {
                    throw new IllegalArgumentException(
                            "Sibling " + i + " solved " + solved[i][t] + " items of " + asked[i][t]);
                }
            }
        }
        this.solved = solved;
        this.asked = asked;
    }

    /** How many siblings there are. */
    public int siblings() {
        return solved.length;
    }

    /** How many tasks there are. */
    public int tasks() {
        return solved[0].length;
    }

    int solved(int sibling, int task) {
        return solved[sibling][task];
    }

    int asked(int sibling, int task) {
        return asked[sibling][task];
    }
}

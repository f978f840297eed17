package org.eyrie.sources.conventions;

import java.util.List;

/** What is known of the scores on a data set, to tell shares from percentages and marks. */
public interface ScaleEvidence {

    /** Nothing is known. */
    ScaleEvidence NONE = new ScaleEvidence() {
        @Override
        public boolean isShare(String dataset) {
            return false;
        }

        @Override
        public List<Double> scores(String dataset) {
            return List.of();
        }
    };

    /** Whether results on the data set are shares of successes, whoever reports them. */
    boolean isShare(String dataset);

    /** Scores of other models on it, from 0 to 1, as many as are at hand. */
    List<Double> scores(String dataset);
}

package org.eyrie.lrmf.choice;

import java.util.Arrays;
import org.eyrie.lrmf.posterior.ScoreDraws;

/** How models stand among one another, from draws of their joint posterior; all probabilities are shares of the draws. */
public final class Standing {

    private Standing() {}

    /**
     * Per model the probability that its true score is the highest of some; these add up to one. Equals go to the first.
     *
     * @param models which of the drawn ones compete, at least one
     */
    public static double[] chancesToBeBest(ScoreDraws draws, int[] models) {
        int[] wins = new int[models.length];
        for (int s = 0; s < draws.draws(); s++) {
            int best = 0;
            for (int k = 1; k < models.length; k++) {
                if (draws.truth()[models[k]][s] > draws.truth()[models[best]][s]) {
                    best = k;
                }
            }
            wins[best]++;
        }
        return Arrays.stream(wins).mapToDouble(n -> n / (double) draws.draws()).toArray();
    }

    /** Probability that a model's true score exceeds that of each of the others; 1 where there is none. */
    public static double chanceToBeat(ScoreDraws draws, int model, int[] others) {
        int wins = 0;
        for (int s = 0; s < draws.draws(); s++) {
            boolean beatsAll = true;
            for (int other : others) {
                beatsAll &= draws.truth()[model][s] > draws.truth()[other][s];
            }
            wins += beatsAll ? 1 : 0;
        }
        return wins / (double) draws.draws();
    }
}

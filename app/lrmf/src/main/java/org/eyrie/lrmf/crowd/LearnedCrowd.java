package org.eyrie.lrmf.crowd;

/**
 * A crowd, and what is known of how good it is.
 *
 * @param foretold of the problem's models, by their numbers there
 */
public record LearnedCrowd(Crowd crowd, Foretold foretold) {

    /** Of nobody. */
    public static LearnedCrowd none() {
        return new LearnedCrowd(Crowd.none(), Foretold.NONE);
    }
}

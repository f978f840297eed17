package org.eyrie.sources.export;

/** How much a format holds. */
public record Exported(long models, long derivations, long scores, long predictions, long recipes) {

    static final Exported NOTHING = new Exported(0, 0, 0, 0, 0);

    Exported plus(long moreModels, long moreDerivations, long moreScores, long morePredictions, long moreRecipes) {
        return new Exported(
                models + moreModels,
                derivations + moreDerivations,
                scores + moreScores,
                predictions + morePredictions,
                recipes + moreRecipes);
    }
}

package org.eyrie.model.development;

import java.util.List;

/**
 * How searches were judged, kept apart from {@link DevelopmentLedger}: whoever chooses has no way here. Writes are whole and
 * repeatable, as those are.
 */
public interface FinalsLedger {

    /**
     * Settles who is judged, before anybody is; of two choices the first counts.
     *
     * @return the finalists that count, in their order
     * @throws org.eyrie.model.InvalidInputException if there is no such search
     */
    List<Finalist> freeze(DevelopmentId id, List<Finalist> finalists);

    /** The finalists that count, in their order; none before they were settled. */
    List<Finalist> finalists(DevelopmentId id);

    /**
     * Keeps the score of a finalist; of two the first counts.
     *
     * @throws org.eyrie.model.InvalidInputException if it is no finalist
     */
    void tested(DevelopmentId id, FinalScore score);

    /** Scores so far, in the finalists' order. */
    List<FinalScore> scores(DevelopmentId id);
}

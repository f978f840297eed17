package org.eyrie.model.development;

import java.util.List;

/**
 * Where searches are kept. Every write happens whole or not at all, and writing the same again changes nothing: so whoever
 * does not know whether a write arrived may repeat it.
 */
public interface DevelopmentLedger {

    /**
     * Begins a search, or finds that it has begun.
     *
     * @throws org.eyrie.model.InvalidInputException if there is one of that name with another plan, saying what differs
     */
    void begin(DevelopmentPlan plan);

    /**
     * All of it.
     *
     * @throws org.eyrie.model.UnknownSearchException if there is none of that name, saying which there are
     */
    SearchRecord read(DevelopmentId id);

    /**
     * Whether it is open, without the rest of it.
     *
     * @throws org.eyrie.model.UnknownSearchException as {@link #read}
     */
    SearchState state(DevelopmentId id);

    /** The names of all searches, in order. */
    List<DevelopmentId> all();

    /** Records proposals, known by round and ordinal; of two for one place the first counts. */
    void proposed(DevelopmentId id, List<Proposal> proposals);

    /** Records orders before anybody runs them, known by number; of two of one number the first counts. */
    void ordered(DevelopmentId id, List<RunOrder> orders);

    /**
     * Records what came of an order, known by its number; of two answers to one order the first counts, and its seconds.
     *
     * @param seconds of the clock since the last write
     * @throws org.eyrie.model.InvalidInputException if no order has the number, or it named another program or other items
     */
    void ran(DevelopmentId id, ItemRun run, double seconds);

    /** Records that an order came to nothing; a failure is an answer too. */
    void failed(DevelopmentId id, FailedRun failure, double seconds);

    /** Asks it to stop, or lets it go on; {@link #finished} alone finishes. A finished search stays so. */
    void turn(DevelopmentId id, SearchState state);

    /** Records the choice and ends the search; of two choices the first counts. */
    void finished(DevelopmentId id, String leader, String reason);

    /**
     * Takes the search for one runner, who must renew before the time is over; false while somebody else has it.
     *
     * @param runner name of who asks; its own lease is renewed
     * @param seconds how long it holds; 0 gives it back
     */
    boolean lease(DevelopmentId id, String runner, double seconds);
}

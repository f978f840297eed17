package org.eyrie.model.development;

import java.util.List;
import java.util.Optional;

/**
 * Orders that evaluators outside take and answer. Who takes one has it for some time; after that anybody may take it again. A
 * lease keeps two from doing the same work, and is no condition of an answer: the first answer counts, whoever gives it.
 */
public interface OrderLedger {

    /**
     * Gives out orders that have no answer and that nobody holds, those of the smallest numbers first.
     *
     * @param worker who takes them, for whoever looks
     * @param count how many at most, from 1
     * @param seconds how long they are held
     * @throws org.eyrie.model.InvalidInputException if there is no such search
     */
    List<RunOrder> take(DevelopmentId id, String worker, int count, double seconds);

    /** An order as it stands; empty where there is none of that number. */
    Optional<GivenOrder> find(DevelopmentId id, int number);
}

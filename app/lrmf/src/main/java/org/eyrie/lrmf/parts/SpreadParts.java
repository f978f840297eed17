package org.eyrie.lrmf.parts;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;

/**
 * Parts of a whole, wherever they lie: in this process ({@link PartsHere}) or on many machines. Each is in a state, and a state
 * does not change: parts in other states are other parts, so to speak.
 *
 * <p>Answers come in the order of the parts, so that whoever adds them up finds the same to the last bit wherever they lay.
 *
 * @param <S> their state
 */
public interface SpreadParts<S> {

    /** Number of parts. */
    int count();

    /**
     * What every part answers.
     *
     * @param told to each what it alone is told
     */
    <T extends Serializable, R extends Serializable> List<R> answers(List<T> told, PartTask<S, T, R> task);

    /**
     * The parts in the states that a task makes of theirs, at the latest when somebody asks them.
     *
     * @param told to each what it alone is told
     */
    <T extends Serializable, N> SpreadParts<N> become(List<T> told, PartTask<S, T, N> task);

    /**
     * What every part answers when it is told the state that it has among others.
     *
     * @param others the same parts in other states
     * @throws IllegalArgumentException if they do not lie in the same place
     */
    <O, R extends Serializable> List<R> answersBeside(SpreadParts<O> others, PartTask<S, O, R> task);

    /** What every part answers when all are told the same. */
    default <T extends Serializable, R extends Serializable> List<R> answersOfAll(T told, PartTask<S, T, R> task) {
        return answers(Collections.nCopies(count(), told), task);
    }

    /** The same of their next states. */
    default <T extends Serializable, N> SpreadParts<N> allBecome(T told, PartTask<S, T, N> task) {
        return become(Collections.nCopies(count(), told), task);
    }
}

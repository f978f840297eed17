package org.eyrie.lrmf.parts;

import java.io.Serializable;

/**
 * What is done with a part where it lies. It may be done again, where a machine was lost, and must then find the same; so it
 * must change nothing that it was given.
 *
 * @param <S> state of the part
 * @param <T> what it is told
 * @param <R> what comes of it
 */
@FunctionalInterface
public interface PartTask<S, T, R> extends Serializable {

    /** Does it. */
    R of(S state, T told);
}

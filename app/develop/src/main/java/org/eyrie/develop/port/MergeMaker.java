package org.eyrie.develop.port;

import org.eyrie.model.development.MergeEffect;
import org.eyrie.program.Program;

/** Applies programs to the weights of a search's parents. */
public interface MergeMaker {

    /**
     * What a program would do to the weights, found without writing them.
     *
     * @throws org.eyrie.model.InvalidInputException if it makes numbers that are not finite
     */
    MergeEffect describe(Program program);
}

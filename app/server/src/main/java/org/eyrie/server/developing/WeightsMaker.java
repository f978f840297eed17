package org.eyrie.server.developing;

import org.eyrie.develop.port.MergeMaker;
import org.eyrie.model.development.MergeEffect;
import org.eyrie.program.Program;

/** Says what programs do to weights in memory. */
public final class WeightsMaker implements MergeMaker {

    private final ParentWeights weights;

    public WeightsMaker(ParentWeights weights) {
        this.weights = weights;
    }

    @Override
    public MergeEffect describe(Program program) {
        throw new UnsupportedOperationException("Effects of " + weights.parents() + " parents are being written");
    }
}

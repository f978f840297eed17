package org.eyrie.server.developing;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.eyrie.develop.port.MergeMaker;
import org.eyrie.model.development.MergeEffect;
import org.eyrie.program.Program;
import org.eyrie.program.effect.EffectReader;
import org.eyrie.program.run.Execution;
import org.eyrie.program.run.TensorSink;

/**
 * Says what programs do to weights in memory: of weighted sums from scalar products, of others by a merge that is read and let
 * go piece by piece.
 */
public final class WeightsMaker implements MergeMaker {

    private final WeightedSumEffects effects;

    public WeightsMaker(ParentWeights weights) {
        this.effects = new WeightedSumEffects(weights, program -> dry(weights, program));
    }

    @Override
    public MergeEffect describe(Program program) {
        return effects.describe(program);
    }

    static MergeEffect dry(ParentWeights weights, Program program) {
        EffectReader reader = new EffectReader(weights.parents());
        Execution execution = new Execution(program.graph(), () -> false);
        try {
            for (LoadedGroup group : weights.groups()) {
                TensorSink sink = reader.of(group);
                execution.run(group, sink);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail to be read", e);
        }
        return reader.effect();
    }
}

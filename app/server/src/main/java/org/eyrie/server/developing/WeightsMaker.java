package org.eyrie.server.developing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.eyrie.develop.port.MergeMaker;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.development.MergeEffect;
import org.eyrie.program.Program;
import org.eyrie.program.effect.EffectReader;
import org.eyrie.program.run.Execution;

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
        MergeEffect effect = effects.describe(program);
        for (float number : effect.numbers()) {
            if (!Float.isFinite(number)) {
                throw new InvalidInputException(
                        "program " + program.id(),
                        List.of(new Fault("effect", "it makes numbers that are not finite; smaller weights may do")));
            }
        }
        return effect;
    }

    static MergeEffect dry(ParentWeights weights, Program program) {
        EffectReader reader = new EffectReader(weights.parents());
        Execution execution = new Execution(program.graph(), () -> false);
        try {
            for (LoadedGroup group : weights.groups()) {
                execution.run(group, reader.of(group));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail to be read", e);
        }
        return reader.effect();
    }
}

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

/** Says what programs do to weights in memory, by a merge that nobody keeps. */
public final class WeightsMaker implements MergeMaker {

    private final ParentWeights weights;

    public WeightsMaker(ParentWeights weights) {
        this.weights = weights;
    }

    @Override
    public MergeEffect describe(Program program) {
        EffectReader reader = new EffectReader(weights.parents());
        Execution execution = new Execution(program.graph(), () -> false);
        try {
            for (LoadedGroup group : weights.groups()) {
                execution.run(group, reader.of(group));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail to be read", e);
        }
        MergeEffect effect = reader.effect();
        for (float number : effect.numbers()) {
            if (!Float.isFinite(number)) {
                throw new InvalidInputException(
                        "program " + program.id(),
                        List.of(new Fault("effect", "it makes numbers that are not finite; smaller weights may do")));
            }
        }
        return effect;
    }
}

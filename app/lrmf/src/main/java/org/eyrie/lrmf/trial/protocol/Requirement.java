package org.eyrie.lrmf.trial.protocol;

import java.util.List;
import org.eyrie.lrmf.problem.Problem;

/** What data must have for an experiment to mean anything. */
final class Requirement {

    private final Protocol protocol;

    Requirement(Protocol protocol) {
        this.protocol = protocol;
    }

    /** Refuses to hold out too few models. */
    void enough(String what, int models) {
        if (models < Protocol.FEWEST_MODELS) {
            throw new ProtocolRefusedException(
                    protocol,
                    "it needs at least " + Protocol.FEWEST_MODELS + " " + what + ", and there "
                            + (models == 1 ? "is 1" : "are " + models));
        }
    }

    /** Refuses rounds without enough to learn from or nothing to predict. */
    List<Split> checked(List<Split> splits) {
        for (Split split : splits) {
            enough("models with scores to learn from in each round", learnable(split.training()));
            if (split.heldOut().cells() == 0) {
                throw new ProtocolRefusedException(
                        protocol, "the share to hold out is too small for this many scores: nothing is held out");
            }
        }
        return splits;
    }

    private static int learnable(Problem training) {
        return Pool.scored(training).cardinality();
    }
}

package org.eyrie.lrmf.trial.protocol;

import java.util.List;
import org.eyrie.lrmf.problem.Problem;

/** An experiment: which scores are hidden, and what may be known while they are predicted. */
public sealed interface Protocol
        permits CellsProtocol,
                ColdStartProtocol,
                FewShotProtocol,
                LateProtocol,
                RelationProtocol,
                CorruptedProtocol,
                WhatIfProtocol {

    /** Fewer held-out models, or models to learn from, and a figure would say more about luck than about methods. */
    int FEWEST_MODELS = 10;

    /** Name with the settings that matter, such as {@code few-shot 2}. */
    String name();

    /**
     * What is hidden in each round. Held-out cells of different rounds are disjoint.
     *
     * @param problem everything that is known
     * @param seed seed of every random choice; equal seeds give equal splits
     * @return at least one split
     * @throws ProtocolRefusedException if the data cannot carry the experiment
     */
    List<Split> splits(Problem problem, long seed);
}

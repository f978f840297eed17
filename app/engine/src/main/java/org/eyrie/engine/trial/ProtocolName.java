package org.eyrie.engine.trial;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.eyrie.engine.fit.Numbering;
import org.eyrie.lrmf.trial.protocol.CellsProtocol;
import org.eyrie.lrmf.trial.protocol.ColdStartProtocol;
import org.eyrie.lrmf.trial.protocol.CorruptedProtocol;
import org.eyrie.lrmf.trial.protocol.FewShotProtocol;
import org.eyrie.lrmf.trial.protocol.Holdout;
import org.eyrie.lrmf.trial.protocol.Protocol;
import org.eyrie.lrmf.trial.protocol.RelationProtocol;
import org.eyrie.lrmf.trial.protocol.WhatIfProtocol;
import org.eyrie.model.Relation;

/** Experiments by the names people use. */
public enum ProtocolName {
    CELLS,
    COLD_START,
    FEW_SHOT,
    LATE,
    MERGES,
    FINE_TUNES,
    CORRUPTED,
    /** Held-out merges and fine-tunes as plans, beside their predictions as models. */
    WHAT_IF,
    /** Of single items: has figures of its own and runs alone. */
    ITEMS,
    /** Of choosing among models: has figures of its own and runs alone. */
    SCREENING;

    private static final double[] CELL_SHARES = {0.1, 0.3, 0.5, 0.7, 0.9};
    private static final int MOST_SHOTS = 3;
    private static final double REWIRED = 0.1;

    /**
     * The experiments of this name.
     *
     * @param late which times count as late
     */
    List<Protocol> protocols(LateBlocks late) {
        Holdout folds = Holdout.FIVE_FOLD;
        return switch (this) {
            case CELLS ->
                DoubleStream.of(CELL_SHARES)
                        .<Protocol>mapToObj(CellsProtocol::new)
                        .toList();
            case COLD_START -> List.of(new ColdStartProtocol(folds));
            case FEW_SHOT ->
                IntStream.rangeClosed(1, MOST_SHOTS)
                        .<Protocol>mapToObj(shots -> new FewShotProtocol(shots, folds))
                        .toList();
            case LATE -> late.protocols();
            case MERGES -> List.of(RelationProtocol.merges(Numbering.category(Relation.MERGE), folds));
            case FINE_TUNES -> List.of(RelationProtocol.fineTunes(Numbering.category(Relation.FINETUNE), folds));
            case CORRUPTED -> List.of(new CorruptedProtocol(REWIRED, folds));
            case WHAT_IF ->
                List.of(
                        WhatIfProtocol.merges(Numbering.category(Relation.MERGE), folds),
                        WhatIfProtocol.fineTunes(Numbering.category(Relation.FINETUNE), folds));
            case ITEMS, SCREENING -> throw new IllegalArgumentException(this + " is no protocol of whole benchmarks");
        };
    }

    /** Whether it has figures of its own, so that it runs alone. */
    public boolean runsAlone() {
        return this == ITEMS || this == SCREENING;
    }

    /** Those that hide whole scores. */
    public static List<ProtocolName> ofBenchmarks() {
        return Arrays.stream(values()).filter(name -> !name.runsAlone()).toList();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.eyrie.lrmf.items;

import java.util.List;
import org.eyrie.lrmf.StopReason;
import org.eyrie.lrmf.outcomes.ModelKnowledge;
import org.eyrie.lrmf.outcomes.OutcomeSettings;
import org.eyrie.lrmf.outcomes.OutcomeShared;
import org.eyrie.lrmf.outcomes.OutcomeTable;
import org.eyrie.lrmf.outcomes.RunContext;

/**
 * Who goes over the outcomes that an item fit learns from: this process ({@link WholeTable}) or whoever holds them in
 * chunks ({@link ChunkedTable}). Models are numbered from zero.
 */
interface ItemEngine {

    /** Whether any outcome of each model is known. */
    boolean[] seen();

    /** The outcomes of some models, renumbered in their order. */
    OutcomeTable rows(int[] models);

    /** Fits all outcomes. */
    Learned fit(ModelKnowledge known, OutcomeSettings settings, RunContext context);

    /** Fits the outcomes of all models but some, from where a fit of all ended. */
    Learned without(
            boolean[] hidden, Learned whole, ModelKnowledge known, OutcomeSettings settings, RunContext context);

    /** What a fit found; whoever has it closes it. */
    interface Learned extends AutoCloseable {

        OutcomeShared shared();

        StopReason stopReason();

        /** How far items were found to follow their neighbours. */
        double likeness();

        /**
         * What each model's own items told of its skills that was not expected, d numbers a model; nothing where no outcome
         * was seen.
         */
        double[] surprisingSkills();

        /** The whole remainders of some models whose outcomes were seen, in their order. */
        List<ItemResidual> residuals(int[] models);

        @Override
        void close();
    }
}

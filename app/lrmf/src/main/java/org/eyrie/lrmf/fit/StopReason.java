package org.eyrie.lrmf.fit;

/** Why a fit ended. Only {@link #CONVERGED} is a success; the others are answers too. */
public enum StopReason {
    /** The objective hardly rose any more. */
    CONVERGED,
    /** As many sweeps as allowed. */
    SWEEP_LIMIT,
    /** The listener asked to stop; the state after the last whole sweep stands. */
    CANCELLED,
    /** Numbers ceased to be numbers; the state before that stands. */
    DIVERGED
}

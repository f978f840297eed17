package org.eyrie.lrmf;

/** Why a fit ended. Only {@link #CONVERGED} is a success; the others are answers too. */
public enum StopReason {
    CONVERGED,
    SWEEP_LIMIT,
    CANCELLED,
    DIVERGED
}

package org.eyrie.engine.fit;

/** How wide intervals are. */
public final class IntervalLevel {

    /** Share of truths that intervals contain. */
    public static final double USUAL = 0.9;

    private IntervalLevel() {}
}

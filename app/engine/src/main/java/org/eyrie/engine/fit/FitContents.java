package org.eyrie.engine.fit;

import org.eyrie.engine.evidence.FamilySpread;
import org.eyrie.engine.evidence.PlainAverages;
import org.eyrie.model.Fit;
import org.eyrie.model.Payload;
import org.jspecify.annotations.Nullable;

/**
 * What the store keeps of a fit besides its figures: the names it was numbered with, plain averages, which benchmarks
 * were measured together, and what the engine learned.
 *
 * @param learned {@link org.eyrie.lrmf.posterior.SharedPart} as bytes
 */
public record FitContents(
        Dictionary dictionary,
        PlainAverages baselines,
        FamilySpread spread,
        Payload learned,
        @Nullable ItemContents items) {

    /** As the bytes that {@link #of} reads. */
    public Payload pack() {
        return Payload.of(FitCodec.write(this));
    }

    /**
     * Unpacks.
     *
     * @throws IllegalArgumentException if another version of the program packed it, or if it is damaged
     */
    public static FitContents of(Fit fit) {
        return FitCodec.read(fit.shared().bytes());
    }
}

package org.eyrie.engine.trial;

import java.util.List;
import org.eyrie.lrmf.trial.protocol.Figures;

/**
 * How good predictions were on cells that have something in common.
 *
 * @param band what they have in common, such as {@code merge} or {@code 7 to 10 B}
 * @param bias mean of our predictions less the measured scores, in the unit of the scores
 * @param figures one per predictor, as in the experiment, over all those cells together
 */
public record BandedFigures(String band, double bias, List<Figures> figures) {

    /** Number of cells. */
    public int cells() {
        return ours().n();
    }

    /** Those of Eyrie. */
    public Figures ours() {
        return figures.get(figures.size() - 1);
    }
}

package org.eyrie.engine.trial;

import java.util.List;
import org.eyrie.lrmf.trial.protocol.Predictor;
import org.eyrie.model.Model;

/** A baseline that must know more of models than a fit does, such as their names. */
@FunctionalInterface
public interface FurtherBaseline {

    /**
     * Makes it.
     *
     * @param models row by row, as problems number them
     */
    Predictor of(List<Model> models);
}

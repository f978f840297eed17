package org.eyrie.engine.fit;

import java.util.List;
import org.eyrie.model.Fit;
import org.eyrie.model.Prediction;

/** Where a fit goes: first what it is, then what it predicts, some at a time. */
public interface FitOutput {

    /** Keeps the fit. */
    void fit(Fit fit);

    /** Keeps some of its predictions. */
    void predictions(List<Prediction> predictions);
}

package org.eyrie.lrmf.outcomes;

import org.eyrie.task.Progress;

/** A fit under way, wherever its models lie: what is done again and again. */
interface Sweeping {

    /** Solves for the models, then for the columns; where covariances are carried along, learns priors from both. */
    void run(CellPass pass, Progress progress);

    /** Root mean square move of the logits since the last call. */
    double move();
}

package org.eyrie.develop.port;

import java.util.List;
import org.eyrie.model.development.RunOrder;
import org.eyrie.program.Program;
import org.eyrie.task.Progress;

/** Makes merges and asks them items. */
public interface MergeEvaluator {

    /**
     * Runs orders, telling of each as soon as it is done, in any order. What cannot be run is told as a failure and does not
     * end the others; where the listener wants no more, orders that have not begun are left.
     *
     * @param programs of each order, in the orders' order
     * @throws java.util.concurrent.CancellationException if {@code progress} says so; orders not told of are not done
     */
    void run(List<RunOrder> orders, List<Program> programs, Progress progress, RunListener listener);
}

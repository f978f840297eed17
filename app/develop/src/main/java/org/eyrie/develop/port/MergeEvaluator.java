package org.eyrie.develop.port;

import java.util.List;
import java.util.function.Consumer;
import org.eyrie.model.development.FailedRun;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.RunOrder;
import org.eyrie.program.Program;
import org.eyrie.task.Progress;

/** Makes merges and asks them items. */
public interface MergeEvaluator {

    /**
     * Runs orders, telling of each as soon as it is done, in any order. What cannot be run is told as a failure and does not
     * end the others.
     *
     * @param programs of each order, in the orders' order
     * @throws java.util.concurrent.CancellationException if {@code progress} says so; orders not told of are not done
     */
    void run(
            List<RunOrder> orders,
            List<Program> programs,
            Progress progress,
            Consumer<ItemRun> done,
            Consumer<FailedRun> failed);
}

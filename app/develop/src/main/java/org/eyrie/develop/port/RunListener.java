package org.eyrie.develop.port;

import java.util.function.Consumer;
import org.eyrie.model.development.FailedRun;
import org.eyrie.model.development.ItemRun;

/** Hears what becomes of orders, from whatever thread, and says when no more of them are wanted. */
public interface RunListener {

    /** An order was answered. */
    void ran(ItemRun run);

    /** An order came to nothing. */
    void failed(FailedRun failure);

    /** Whether another order is to be begun. Those that have begun are told of all the same: somebody paid for them. */
    boolean goesOn();

    /** One that wants all. */
    static RunListener of(Consumer<ItemRun> ran, Consumer<FailedRun> failed) {
        return new RunListener() {
            @Override
            public void ran(ItemRun run) {
                ran.accept(run);
            }

            @Override
            public void failed(FailedRun failure) {
                failed.accept(failure);
            }

            @Override
            public boolean goesOn() {
                return true;
            }
        };
    }
}

package org.eyrie.spark;

import java.io.Serializable;
import org.eyrie.lrmf.parts.PartTask;
import org.jspecify.annotations.Nullable;

/**
 * A part's state and how it came to be. What is sent to another machine is how; the state is made again there, to the same
 * bits. So a state may be what nobody can send, such as a factor.
 */
final class KeptState<S> implements Serializable {

    private final Origin<S> origin;
    private transient @Nullable S state;

    private KeptState(Origin<S> origin) {
        this.origin = origin;
    }

    /** Makes a state, the same every time. */
    @FunctionalInterface
    private interface Origin<S> extends Serializable {
        S make();
    }

    /** That was sent as it is. */
    static <S extends Serializable> KeptState<S> of(S sent) {
        return new KeptState<>(() -> sent);
    }

    /** What it becomes when it is told something, made at once. */
    <T extends Serializable, N> KeptState<N> become(T told, PartTask<S, T, N> task) {
        KeptState<N> next = new KeptState<>(() -> task.of(state(), told));
        next.state();
        return next;
    }

    synchronized S state() {
        S made = state;
        if (made == null) {
            made = origin.make();
            state = made;
        }
        return made;
    }
}

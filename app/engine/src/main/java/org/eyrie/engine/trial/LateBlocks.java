package org.eyrie.engine.trial;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eyrie.lrmf.trial.protocol.LateProtocol;
import org.eyrie.lrmf.trial.protocol.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * Blocks of time one after the other, each of which is predicted from all that is older than itself.
 *
 * @param from the first day of each, rising, at least one
 * @param until the first day after the last block; null where that is open
 */
public record LateBlocks(List<LocalDate> from, @Nullable LocalDate until) {

    public LateBlocks {
        if (from.isEmpty()) {
            throw new IllegalArgumentException("At least one block of time must begin on some day");
        }
        List<LocalDate> days = new ArrayList<>(from);
        if (until != null) {
            days.add(until);
        }
        for (int k = 1; k < days.size(); k++) {
            if (!days.get(k).isAfter(days.get(k - 1))) {
                throw new IllegalArgumentException("A block of time that begins on " + days.get(k - 1)
                        + " cannot end on " + days.get(k) + ": give days in their order, each once");
            }
        }
        from = List.copyOf(from);
    }

    /** All from one day on. */
    public static LateBlocks from(LocalDate day) {
        return new LateBlocks(List.of(day), null);
    }

    /** An experiment per block. */
    List<Protocol> protocols() {
        List<Protocol> protocols = new ArrayList<>();
        for (int k = 0; k < from.size(); k++) {
            protocols.add(new LateProtocol(from.get(k), k + 1 < from.size() ? from.get(k + 1) : until));
        }
        return protocols;
    }
}

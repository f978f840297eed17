package org.eyrie.server.searching;

import java.util.List;
import org.eyrie.model.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * A merge to make and the items to ask it.
 *
 * @param number of the order, by which it is answered
 * @param program id of the program
 * @param text the program itself, for {@code eyrie merge --program}
 * @param base what the merge adds to
 * @param parents in the order in which the program counts them
 * @param mergekit the same merge as a configuration of mergekit 0.1.5; null where that has no counterpart
 * @param items to be asked, each of them
 */
public record LeasedOrder(
        int number,
        String program,
        String text,
        ModelId base,
        List<ModelId> parents,
        @Nullable String mergekit,
        List<AskedItem> items) {}

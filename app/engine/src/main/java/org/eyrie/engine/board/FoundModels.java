package org.eyrie.engine.board;

import java.util.List;
import org.eyrie.model.Model;

/**
 * What a search found.
 *
 * @param items the part asked for
 * @param total how many there are
 * @param near whether they are merely like what was asked for, for nothing is it
 */
public record FoundModels(List<Model> items, int total, boolean near) {

    public FoundModels {
        items = List.copyOf(items);
    }
}

package org.eyrie.server.developing;

import java.nio.file.Path;
import java.util.List;
import org.eyrie.llama.items.BenchmarkItem;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.SearchItem;

/** The items that a search chooses by, with their questions. */
public final class DevelopmentItems {

    private final List<BenchmarkItem> items;

    private DevelopmentItems(List<BenchmarkItem> items) {
        this.items = items;
    }

    /**
     * The development part of a file of items.
     *
     * @throws org.eyrie.model.InvalidInputException if it cannot be read or has none
     */
    public static DevelopmentItems read(Path file, DevelopmentId id) {
        return new DevelopmentItems(ItemParts.develop(file, id));
    }

    /** As the plan of a search has them: the place here is the position there. */
    public List<SearchItem> searchItems() {
        return ItemParts.searchItems(items);
    }

    /** What solves an item, by its position. */
    public String answer(int position) {
        return items.get(position).answer();
    }

    List<BenchmarkItem> questions() {
        return items;
    }
}

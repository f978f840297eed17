package org.eyrie.server.developing;

import java.nio.file.Path;
import java.util.List;
import org.eyrie.llama.items.BenchmarkItem;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.SearchItem;

/**
 * The items that a search is judged by. No type of what chooses has a way here, which a test keeps; only a {@link FinalTest}
 * asks them, of programs that were chosen before.
 */
public final class TestItems {

    private final List<BenchmarkItem> items;

    private TestItems(List<BenchmarkItem> items) {
        this.items = items;
    }

    /**
     * The test part of a file of items.
     *
     * @throws org.eyrie.model.InvalidInputException if it cannot be read or has none
     */
    public static TestItems read(Path file, DevelopmentId id) {
        return new TestItems(ItemParts.test(file, id));
    }

    /** As whoever is asked them has them: the place here is the position there. */
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

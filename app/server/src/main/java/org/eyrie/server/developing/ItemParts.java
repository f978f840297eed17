package org.eyrie.server.developing;

import java.nio.file.Path;
import java.util.List;
import org.eyrie.llama.items.BenchmarkItem;
import org.eyrie.llama.items.ItemFile;
import org.eyrie.llama.items.UnusableItemsException;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.Sha256;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.SearchItem;

/**
 * Which items a search chooses by and which it is judged by. Where the file says it, {@code split} decides: {@code develop} or
 * {@code test}, others are left out; where it says nothing, a hash of search and item does, two of five for development.
 */
final class ItemParts {

    private static final String DEVELOP = "develop";
    private static final String TEST = "test";
    private static final int PARTS = 5;
    private static final int DEVELOP_PARTS = 2;

    private ItemParts() {}

    static List<BenchmarkItem> develop(Path file, DevelopmentId id) {
        return of(file, id, DEVELOP);
    }

    static List<BenchmarkItem> test(Path file, DevelopmentId id) {
        return of(file, id, TEST);
    }

    /** As a search knows them: by task and question, in their order. */
    static List<SearchItem> searchItems(List<BenchmarkItem> items) {
        return items.stream()
                .map(item -> new SearchItem(item.task(), item.prompt()))
                .toList();
    }

    private static List<BenchmarkItem> of(Path file, DevelopmentId id, String part) {
        List<BenchmarkItem> all;
        try {
            all = ItemFile.read(file, List.of(DEVELOP, TEST));
        } catch (UnusableItemsException e) {
            throw new InvalidInputException(
                    e.source(),
                    e.faults().stream().map(fault -> new Fault("items", fault)).toList());
        }
        boolean split = all.stream().anyMatch(item -> !item.split().isEmpty());
        List<BenchmarkItem> items = all.stream()
                .filter(item -> part.equals(split ? item.split() : drawn(id, item)))
                .toList();
        if (items.isEmpty()) {
            throw new InvalidInputException(
                    file.toString(),
                    List.of(new Fault(
                            "split",
                            "No item is in the part \"" + part + "\": write develop or test as the \"split\" of every"
                                    + " item, or leave it out everywhere, and a draw decides")));
        }
        return items;
    }

    private static String drawn(DevelopmentId id, BenchmarkItem item) {
        String text = id + "\n" + item.task() + "\n" + item.prompt();
        return (Sha256.of(text)[0] & 0xff) * PARTS / 256 < DEVELOP_PARTS ? DEVELOP : TEST;
    }
}

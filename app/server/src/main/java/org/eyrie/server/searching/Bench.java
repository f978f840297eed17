package org.eyrie.server.searching;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.eyrie.develop.port.MergeEvaluator;
import org.eyrie.develop.port.MergeMaker;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.SearchItem;
import org.eyrie.program.Program;
import org.eyrie.server.developing.DevelopmentItems;
import org.eyrie.server.developing.TestScore;
import org.eyrie.server.developing.command.ListedItems;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;

/** Where a search makes and asks its merges. */
interface Bench {

    /**
     * The one that a search was begun with.
     *
     * @throws org.eyrie.model.InvalidInputException if weights or items cannot be used
     */
    static Bench of(DevelopmentId id, SearchSources sources, Path work) {
        OutsideEvaluator outside = sources.evaluator();
        if (outside == null) {
            return new LlamaBench(id, sources);
        }
        return outside.isPulled() ? new PullBench(id, sources) : new CommandBench(id, sources, outside, work);
    }

    /**
     * The development items of a search that is to begin, in their order.
     *
     * @param outside who evaluates; null for the built-in small Llama
     * @throws org.eyrie.model.InvalidInputException if they cannot be read
     */
    static List<SearchItem> items(DevelopmentId id, @Nullable OutsideEvaluator outside, Path items) {
        boolean logged = outside != null && (!outside.isPulled() || Files.isDirectory(items));
        return logged
                ? ListedItems.develop(List.of(items), id).searchItems()
                : DevelopmentItems.read(items, id).searchItems();
    }

    /** The development items, in their order. */
    List<SearchItem> items();

    MergeMaker maker();

    /**
     * Asks them.
     *
     * @param threads merges at once, where it can
     * @param notes hears what is no fault and yet worth knowing
     */
    MergeEvaluator evaluator(int threads, Consumer<String> notes);

    /** Asks a program that is chosen already all test items. */
    TestScore test(Program program, Progress progress);
}

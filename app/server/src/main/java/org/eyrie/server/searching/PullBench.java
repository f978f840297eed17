package org.eyrie.server.searching;

import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;
import org.eyrie.develop.port.MergeEvaluator;
import org.eyrie.develop.port.MergeMaker;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.SearchItem;
import org.eyrie.program.Program;
import org.eyrie.server.developing.DevelopmentItems;
import org.eyrie.server.developing.TestScore;
import org.eyrie.server.developing.command.ListedItems;
import org.eyrie.server.merging.FolderMaker;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Merges are described here and evaluated by workers elsewhere. Items are a file of prompts and answers, or a folder in which a
 * harness logged its documents.
 */
final class PullBench implements Bench {

    private final DevelopmentId id;
    private final SearchSources sources;
    private final @Nullable DevelopmentItems questions;
    private final @Nullable ListedItems listed;
    private final List<SearchItem> items;

    PullBench(DevelopmentId id, SearchSources sources) {
        this.id = id;
        this.sources = sources;
        if (Files.isDirectory(sources.items())) {
            ListedItems logged = ListedItems.develop(List.of(sources.items()), id);
            this.listed = logged;
            this.questions = null;
            this.items = logged.searchItems();
        } else {
            DevelopmentItems read = DevelopmentItems.read(sources.items(), id);
            this.listed = null;
            this.questions = read;
            this.items = read.searchItems();
        }
    }

    @Override
    public List<SearchItem> items() {
        return items;
    }

    /** An item as a worker needs it. */
    AskedItem asked(int position) {
        SearchItem item = items.get(position);
        return new AskedItem(
                position,
                item.task(),
                item.name(),
                questions == null ? null : item.name(),
                questions == null ? null : questions.answer(position),
                listed == null ? null : listed.number(position));
    }

    @Override
    public MergeMaker maker() {
        return new FolderMaker(sources.base(), sources.parents());
    }

    @Override
    public MergeEvaluator evaluator(int threads, Consumer<String> notes) {
        throw refused("workers take its orders from a service (eyrie serve) with POST /api/v1/developments/" + id
                + "/leases; nothing is evaluated here");
    }

    @Override
    public TestScore test(Program program, Progress progress) {
        throw refused(
                "workers evaluate it, and they are never shown test items. Write the merge with \"eyrie develop export "
                        + id + " --out FOLDER\", evaluate it as you evaluate others, and import the scores");
    }

    private InvalidInputException refused(String reason) {
        return new InvalidInputException("search " + id, List.of(new Fault("evaluator", reason)));
    }
}

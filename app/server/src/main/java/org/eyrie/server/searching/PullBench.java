package org.eyrie.server.searching;

import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.eyrie.develop.port.MergeEvaluator;
import org.eyrie.develop.port.MergeMaker;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.RunOrder;
import org.eyrie.model.development.SearchItem;
import org.eyrie.program.Program;
import org.eyrie.server.developing.DevelopmentItems;
import org.eyrie.server.developing.TestItems;
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

    /** Items as workers are asked them, by their positions. */
    record Asked(List<AskedItem> all) {

        Asked {
            all = List.copyOf(all);
        }

        List<AskedItem> of(RunOrder order) {
            return order.items().stream().map(all::get).toList();
        }
    }

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

    /** The items that are chosen by, as workers need them. */
    Asked developed() {
        DevelopmentItems asked = questions;
        return asked == null ? logged(Objects.requireNonNull(listed)) : prompts(items, asked::answer);
    }

    /** The items that settled finalists are judged by. */
    Asked judged() {
        if (questions == null) {
            return logged(ListedItems.test(List.of(sources.items()), id));
        }
        TestItems asked = TestItems.read(sources.items(), id);
        return prompts(asked.searchItems(), asked::answer);
    }

    private static Asked prompts(List<SearchItem> items, IntFunction<String> answers) {
        return new Asked(IntStream.range(0, items.size())
                .mapToObj(at -> new AskedItem(
                        at,
                        items.get(at).task(),
                        items.get(at).name(),
                        items.get(at).name(),
                        answers.apply(at),
                        null))
                .toList());
    }

    private static Asked logged(ListedItems listed) {
        List<SearchItem> items = listed.searchItems();
        return new Asked(IntStream.range(0, items.size())
                .mapToObj(at ->
                        new AskedItem(at, items.get(at).task(), items.get(at).name(), null, null, listed.number(at)))
                .toList());
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
        throw refused("workers take its test items from a service (eyrie serve); nothing is evaluated here");
    }

    private InvalidInputException refused(String reason) {
        return new InvalidInputException("search " + id, List.of(new Fault("evaluator", reason)));
    }
}

package org.eyrie.server.searching;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eyrie.develop.port.MergeEvaluator;
import org.eyrie.develop.port.MergeMaker;
import org.eyrie.develop.port.RunListener;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.FailedRun;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.RunOrder;
import org.eyrie.model.development.SearchItem;
import org.eyrie.program.Program;
import org.eyrie.server.developing.TestScore;
import org.eyrie.server.developing.command.CommandEvaluator;
import org.eyrie.server.developing.command.CommandSettings;
import org.eyrie.server.developing.command.ListedItems;
import org.eyrie.server.merging.FolderMaker;
import org.eyrie.task.Progress;

/** Merges written as folders, asked by a command such as lm-evaluation-harness. */
final class CommandBench implements Bench {

    private final DevelopmentId id;
    private final SearchSources sources;
    private final ListedItems items;
    private final CommandSettings settings;

    /** @param work where merges and results lie while they are needed */
    CommandBench(DevelopmentId id, SearchSources sources, OutsideEvaluator outside, Path work) {
        this.id = id;
        this.sources = sources;
        this.items = ListedItems.develop(List.of(sources.items()), id);
        this.settings = new CommandSettings(
                outside.command(),
                outside.metric(),
                sources.base(),
                sources.parents(),
                work,
                Duration.ofMinutes(outside.minutes()),
                outside.attempts());
        // Refuses a command without its places before anything is paid for.
        evaluator(1, note -> {});
    }

    @Override
    public List<SearchItem> items() {
        return items.searchItems();
    }

    @Override
    public MergeMaker maker() {
        return new FolderMaker(sources.base(), sources.parents());
    }

    @Override
    public MergeEvaluator evaluator(int threads, Consumer<String> notes) {
        return new CommandEvaluator(settings, items, notes);
    }

    @Override
    public TestScore test(Program program, Progress progress) {
        ListedItems all = ListedItems.test(List.of(sources.items()), id);
        List<Integer> places =
                IntStream.range(0, all.searchItems().size()).boxed().toList();
        List<ItemRun> done = new ArrayList<>();
        List<FailedRun> failed = new ArrayList<>();
        new CommandEvaluator(settings, all, note -> {})
                .run(
                        List.of(new RunOrder(0, program.id(), places, false, Double.NaN, Double.NaN)),
                        List.of(program),
                        progress,
                        RunListener.of(done::add, failed::add));
        if (done.isEmpty()) {
            String why = failed.isEmpty()
                    ? "The command answered nothing"
                    : failed.get(0).reason();
            throw new InvalidInputException("The test of " + program.id(), List.of(new Fault("command", why)));
        }
        return TestScore.of(
                program,
                all.searchItems().stream().map(SearchItem::task).toList(),
                done.get(0).outcomes());
    }
}

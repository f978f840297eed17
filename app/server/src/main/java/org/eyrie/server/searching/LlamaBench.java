package org.eyrie.server.searching;

import java.util.List;
import java.util.function.Consumer;
import org.eyrie.develop.port.MergeEvaluator;
import org.eyrie.develop.port.MergeMaker;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.SearchItem;
import org.eyrie.program.Program;
import org.eyrie.server.developing.DevelopmentItems;
import org.eyrie.server.developing.FinalTest;
import org.eyrie.server.developing.LlamaEvaluator;
import org.eyrie.server.developing.ParentWeights;
import org.eyrie.server.developing.TestItems;
import org.eyrie.server.developing.TestScore;
import org.eyrie.server.developing.WeightsMaker;
import org.eyrie.task.Progress;

/** Merges in memory, asked by the built-in small Llama. */
final class LlamaBench implements Bench {

    private final DevelopmentId id;
    private final SearchSources sources;
    private final ParentWeights weights;
    private final DevelopmentItems items;

    LlamaBench(DevelopmentId id, SearchSources sources) {
        this.id = id;
        this.sources = sources;
        this.weights = ParentWeights.read(sources.base(), sources.parents());
        this.items = DevelopmentItems.read(sources.items(), id);
    }

    @Override
    public List<SearchItem> items() {
        return items.searchItems();
    }

    @Override
    public MergeMaker maker() {
        return new WeightsMaker(weights);
    }

    @Override
    public MergeEvaluator evaluator(int threads, Consumer<String> notes) {
        return new LlamaEvaluator(weights, items, threads);
    }

    @Override
    public TestScore test(Program program, Progress progress) {
        return new FinalTest(weights, TestItems.read(sources.items(), id))
                .of(List.of(program.text()), progress)
                .get(0);
    }
}

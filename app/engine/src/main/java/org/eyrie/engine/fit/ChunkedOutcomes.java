package org.eyrie.engine.fit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eyrie.lrmf.items.ChunkedItems;
import org.eyrie.lrmf.items.ItemFit;
import org.eyrie.lrmf.items.ItemSettings;
import org.eyrie.lrmf.outcomes.ChunkedFit;
import org.eyrie.lrmf.outcomes.ColumnCounts;
import org.eyrie.lrmf.outcomes.OutcomeChunks;
import org.eyrie.lrmf.outcomes.RunContext;
import org.eyrie.lrmf.posterior.FamilyPosterior;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.ModelId;
import org.eyrie.model.Payload;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;

/**
 * Outcomes that lie in chunks of models, wherever, more than one machine might hold. A model's score on a benchmark is the
 * share of its items that it answered, where the store has none.
 */
public final class ChunkedOutcomes implements ItemSource {

    private final ItemNames names;
    private final List<ModelId> models;
    private final OutcomeChunks chunks;
    private final double[][] usual;
    private final Map<Cell, ChunkScores.Found> found = new HashMap<>();

    private record Cell(ModelId model, BenchmarkId benchmark) {}

    /**
     * Goes over all chunks once.
     *
     * @param names benchmarks, each with its number of items
     * @param models of the chunks, in the order of the graph that will be fitted
     */
    public ChunkedOutcomes(ItemNames names, List<ModelId> models, OutcomeChunks chunks) {
        this.names = names;
        this.models = List.copyOf(models);
        this.chunks = chunks;
        int[] start = names.starts();
        ColumnCounts counts = ChunkedFit.counts(chunks);
        this.usual = new double[names.benchmarks().size()][];
        for (int b = 0; b < usual.length; b++) {
            usual[b] = new double[names.items().get(b)];
            for (int i = 0; i < usual[b].length; i++) {
                int column = start[b] + i;
                int right = counts.right()[column];
                usual[b][i] = Math.log((right + 0.5) / (counts.seen()[column] - right + 0.5));
            }
        }
        for (ChunkScores scores : chunks.collected(
                new ChunkScores.Asked(start, usual), (asked, chunk, state) -> ChunkScores.of(asked, chunk))) {
            scores.each((model, benchmark, one) -> found.put(
                    new Cell(this.models.get(model), names.benchmarks().get(benchmark)), one));
        }
    }

    @Override
    public List<Evaluation> measured(List<Evaluation> measured) {
        List<Evaluation> all = new ArrayList<>(measured);
        Map<Cell, ChunkScores.Found> left = new HashMap<>(found);
        measured.forEach(each -> left.remove(new Cell(each.model(), each.benchmark())));
        for (ModelId model : models) {
            for (BenchmarkId benchmark : names.benchmarks()) {
                ChunkScores.Found one = left.get(new Cell(model, benchmark));
                if (one != null) {
                    all.add(new Evaluation(model, benchmark, one.share(), one.seen(), null, null, null, null));
                }
            }
        }
        return all;
    }

    @Override
    public List<Evaluation> corrected(List<Evaluation> measured) {
        Map<BenchmarkId, Integer> items = new HashMap<>();
        for (int b = 0; b < names.benchmarks().size(); b++) {
            items.put(names.benchmarks().get(b), names.items().get(b));
        }
        return measured.stream()
                .map(each -> {
                    ChunkScores.Found one = found.get(new Cell(each.model(), each.benchmark()));
                    Integer of = each.items();
                    boolean partial = of != null && of < items.getOrDefault(each.benchmark(), 0);
                    return one != null && partial && one.isShare(each.score())
                            ? each.estimated(one.whole(), one.trials())
                            : each;
                })
                .toList();
    }

    /** A chunk's digest. */
    private record Identity(String digest) {}

    @Override
    public Collection<? extends Record> identity() {
        return chunks.collected(0, (none, chunk, state) -> ChunkScores.digest(chunk)).stream()
                .map(Identity::new)
                .toList();
    }

    @Override
    public Optional<ItemContents> fit(
            Numbering numbering, FamilyPosterior field, FitSettings settings, Progress progress) {
        if (names.benchmarks().isEmpty()) {
            return Optional.empty();
        }
        ItemNumbering items = new ItemNumbering(names, numbering);
        int[] row = models.stream()
                .mapToInt(model -> numbering.row(model).orElseThrow())
                .toArray();
        ChunkedItems problem = new ChunkedItems(
                chunks, row, numbering.problem().lineage().relations(), items.blocks(), items.ties(settings.ties()));
        ItemFit.Result result = ItemFit.fit(
                        problem, field, ItemSettings.usual(settings.seed()), RunContext.usual(progress))
                .orElseThrow(() -> new CancelledException("The fit was cancelled; nothing was written."));
        List<ModelId> mates = result.mates().stream()
                .map(mate -> numbering.models().get(mate).id())
                .toList();
        return Optional.of(new ItemContents(
                names.remembering(mates), Payload.of(result.shared().toBytes())));
    }
}

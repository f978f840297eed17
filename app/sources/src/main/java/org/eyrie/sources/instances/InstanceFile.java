package org.eyrie.sources.instances;

import java.io.IOException;
import java.util.List;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.ModelId;
import org.eyrie.model.Outcomes;
import org.eyrie.model.ScoreStore;
import org.eyrie.sources.csv.CsvRow;
import org.eyrie.sources.csv.CsvTable;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.text.FileSource;
import org.eyrie.sources.text.Input;
import org.jspecify.annotations.Nullable;

/**
 * Item outcomes of one benchmark: columns {@code model} and {@code outcomes}, where the n-th character of the latter
 * is item n, {@code 1} correct, {@code 0} wrong, {@code -} not seen.
 *
 * <p>A score that is known from elsewhere stays as it is and gets the outcomes. It need not be their mean: a
 * leaderboard may count items in groups, or run more of them. Where no score is known, it is the share of correct
 * items among those seen.
 */
public final class InstanceFile extends FileSource {

    private static final List<String> COLUMNS = List.of("model", "outcomes");

    private final BenchmarkId benchmark;
    private final ScoreStore scores;

    /** @param scores tells which scores are known */
    public InstanceFile(BenchmarkId benchmark, Input input, ScoreStore scores) {
        super(input);
        this.benchmark = benchmark;
        this.scores = scores;
    }

    @Override
    public void read(FactSink sink) throws IOException {
        KnownScores known = new KnownScores(benchmark, scores, sink);
        int[] items = {known.items()};
        boolean stored = items[0] > 0;
        new CsvTable(input, COLUMNS, List.of()).forEach(sink, 0, input.bytes(), row -> {
            ModelId model = row.model("model");
            Outcomes outcomes = outcomes(row, items[0], stored);
            if (model != null && outcomes != null) {
                items[0] = outcomes.items();
                known.evaluate(row.place(), model, outcomes);
            }
        });
        known.flush();
        if (known.kept() > 0) {
            sink.note(
                    whole(),
                    known.kept()
                            + " scores that are known from elsewhere stay, though they are not the share of correct"
                            + " items here: only the outcomes were added");
        }
        if (!stored && items[0] > 0) {
            sink.benchmark(whole(), new Benchmark(benchmark, known.count(items[0]), EvaluationSetup.UNKNOWN));
        }
    }

    private @Nullable Outcomes outcomes(CsvRow row, int items, boolean stored) {
        String text = row.text("outcomes");
        if (text == null) {
            row.fault("outcomes must not be blank: leave out models that were not evaluated");
            return null;
        }
        Outcomes outcomes = row.make(() -> new Outcomes(text));
        if (outcomes != null && outcomes.seen() == 0) {
            row.fault("outcomes must hold at least one item that was seen: leave out models that were not evaluated");
        } else if (outcomes != null && items > 0 && outcomes.items() != items) {
            row.fault("outcomes must have " + items + " characters as "
                    + (stored ? "those in the database" : "the rows before") + ", not " + outcomes.items()
                    + ": each is an item, and items must not shift");
        }
        return row.isFaulty() ? null : outcomes;
    }
}

package org.eyrie.sources.openllm;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Traits;
import org.eyrie.sources.conventions.BenchmarkNames;
import org.eyrie.sources.conventions.ScoreRange;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.jspecify.annotations.Nullable;

/**
 * A row: one model as it was evaluated once.
 *
 * @param revision the commit that was evaluated, or null
 * @param submitted when its evaluation was asked for, or null
 * @param scores by benchmark, those that were measured
 */
record LeaderboardEntry(
        Place place,
        ModelId model,
        @Nullable String revision,
        @Nullable LocalDate submitted,
        boolean flagged,
        Traits traits,
        Map<Column.Score, Double> scores) {

    /** The row's content; rejected and empty where anything in it is wrong. */
    static Optional<LeaderboardEntry> read(Place place, RowCells cells, FactSink sink) {
        String name = cells.text(Column.MODEL);
        if (name == null) {
            cells.fault(Column.MODEL + " must not be blank");
        }
        Map<Column.Score, Double> scores = scores(cells, sink);
        try {
            LeaderboardEntry entry = new LeaderboardEntry(
                    place,
                    new ModelId(name == null ? "?" : name),
                    cells.text(Column.REVISION),
                    cells.day(Column.SUBMITTED),
                    Boolean.TRUE.equals(cells.flag(Column.FLAGGED)),
                    traits(cells),
                    scores);
            if (!cells.isFaulty()) {
                return Optional.of(entry);
            }
        } catch (IllegalArgumentException e) {
            cells.fault(String.valueOf(e.getMessage()));
        }
        sink.reject(place, cells.faults());
        return Optional.empty();
    }

    private static Map<Column.Score, Double> scores(RowCells cells, FactSink sink) {
        Map<Column.Score, Double> scores = new LinkedHashMap<>();
        Column.SCORES.forEach(column -> add(cells, column, scores));
        boolean raw = !scores.isEmpty();
        for (Column.Score rescaled : Column.RESCALED) {
            if (!raw) {
                add(cells, rescaled, scores);
            } else if (cells.text(rescaled.column()) != null) {
                sink.ignored(rescaled.column());
            }
        }
        Column.FIRST.forEach(column -> add(cells, column, scores));
        return scores;
    }

    private static void add(RowCells cells, Column.Score column, Map<Column.Score, Double> scores) {
        Double score = cells.number(column.column());
        if (score == null) {
            return;
        }
        double share = column.full() == 1 ? score : Math.round(score / column.full() * 1e10) / 1e10;
        ScoreRange.fault(share).ifPresent(fault -> cells.fault(column.column() + ": " + fault));
        scores.put(column, share);
    }

    void write(FactSink sink, String source) {
        sink.model(place, new Model(model, traits, revision));
        scores.forEach((column, score) -> {
            String name = column.id();
            Benchmark benchmark = name == null
                    ? BenchmarkNames.benchmark(column.setup(), column.items())
                    : new Benchmark(new BenchmarkId(name), column.items(), EvaluationSetup.UNKNOWN);
            sink.benchmark(place, benchmark);
            sink.evaluation(
                    place,
                    new Evaluation(
                            model,
                            benchmark.id(),
                            score,
                            column.items(),
                            null,
                            null,
                            source + (revision == null ? "" : ", revision " + revision),
                            submitted == null
                                    ? null
                                    : submitted.atStartOfDay(ZoneOffset.UTC).toInstant()));
        });
    }

    /** Whether this row is to be believed before another one of the same model: the one submitted later is. */
    boolean isBefore(LeaderboardEntry other) {
        return submitted == null
                ? other.submitted != null
                : other.submitted != null && submitted.isBefore(other.submitted);
    }

    private static Traits traits(RowCells cells) {
        Double parameters = cells.number(Column.PARAMETERS);
        return new Traits(
                cells.text(Column.ARCHITECTURE),
                // The table says -1 where it does not know.
                parameters == null || parameters <= 0 ? null : parameters,
                type(cells.text(Column.TYPE)),
                cells.text(Column.PRECISION),
                cells.flag(Column.CHAT_TEMPLATE),
                cells.flag(Column.MOE),
                cells.day(Column.UPLOADED),
                cells.text(Column.LICENSE));
    }

    /** The table's words, such as {@code 💬 chat models (RLHF, DPO, IFT, ...)}, in one. */
    private static @Nullable String type(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String words = text.toLowerCase(Locale.ROOT);
        for (String word : new String[] {"continuously pretrained", "pretrained", "fine-tuned", "chat", "multimodal"}) {
            if (words.contains(word)) {
                return word.replace(' ', '-');
            }
        }
        return words.contains("merge") ? "merge" : "other";
    }
}

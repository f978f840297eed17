package org.eyrie.sources.openllm;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Traits;
import org.eyrie.sources.FactSink;
import org.eyrie.sources.Place;
import org.eyrie.sources.ScoreRange;
import org.eyrie.sources.Source;
import org.eyrie.sources.UnreadableException;
import org.eyrie.sources.csv.CsvRow;
import org.eyrie.sources.csv.CsvTable;
import org.eyrie.sources.text.Input;
import org.jspecify.annotations.Nullable;

/**
 * The {@code contents} table of the Open LLM Leaderboard as CSV.
 *
 * <p>Scores are the columns that end in {@code Raw}; those without it are rescaled. {@code Base Model} is the root of
 * the chain rather than the parent and makes no edge. A model that was evaluated more than once, with another
 * precision or chat template, counts with its last submission.
 */
public final class OpenLlmLeaderboard implements Source {

    private static final String SOURCE = "Open LLM Leaderboard";

    private static final Map<String, String> BENCHMARKS = benchmarks();

    private static final List<String> REQUIRED = List.of("fullname");

    private static final List<String> OPTIONAL = Stream.concat(
                    BENCHMARKS.keySet().stream(),
                    Stream.of(
                            "Architecture",
                            "#Params (B)",
                            "Type",
                            "Precision",
                            "Chat Template",
                            "MoE",
                            "Upload To Hub Date",
                            "Hub License",
                            "Submission Date",
                            "Base Model"))
            .toList();

    private final Input input;

    public OpenLlmLeaderboard(Input input) {
        this.input = input;
    }

    @Override
    public String name() {
        return input.name();
    }

    @Override
    public void read(FactSink sink) throws IOException {
        Map<String, Long> last = lastSubmissions();
        new CsvTable(input, REQUIRED, OPTIONAL).forEach(sink, 0, input.bytes(), row -> {
            Long line = last.get(row.text("fullname"));
            if (line != null && line != row.place().line()) {
                sink.note(
                        row.place(),
                        "Another evaluation of " + row.text("fullname") + ", on line " + line
                                + ", was submitted later and counts");
                return;
            }
            read(row, sink);
        });
    }

    /** The line of each model's last submission; of several on one day the lowest in the table. */
    private Map<String, Long> lastSubmissions() throws IOException {
        Map<String, Long> lines = new HashMap<>();
        Map<String, String> days = new HashMap<>();
        boolean[] none = {false};
        new CsvTable(input, REQUIRED, OPTIONAL).forEach(FactSink.NOWHERE, 0, 0, row -> {
            none[0] |= BENCHMARKS.keySet().stream().noneMatch(row::has);
            String model = row.text("fullname");
            String day = row.text("Submission Date") == null ? "" : String.valueOf(row.text("Submission Date"));
            if (model != null && day.compareTo(days.getOrDefault(model, "")) >= 0) {
                days.put(model, day);
                lines.put(model, row.place().line());
            }
        });
        if (none[0]) {
            throw new UnreadableException(
                    new Place(input.name(), 1),
                    "There is no column with raw scores. Wanted at least one of "
                            + String.join(", ", BENCHMARKS.keySet()));
        }
        return lines;
    }

    private static void read(CsvRow row, FactSink sink) {
        ModelId id = row.model("fullname");
        Double parameters = row.number("#Params (B)");
        Boolean chatTemplate = row.flag("Chat Template");
        Boolean moe = row.flag("MoE");
        LocalDate uploaded = row.date("Upload To Hub Date");
        Map<String, Double> scores = new LinkedHashMap<>();
        BENCHMARKS.forEach((column, benchmark) -> {
            Double score = row.number(column);
            if (score != null) {
                ScoreRange.fault(score).ifPresent(fault -> row.fault(column + ": " + fault));
                scores.put(benchmark, score);
            }
        });
        if (id == null || row.isFaulty()) {
            return;
        }
        Model model = row.make(() -> new Model(
                id,
                new Traits(
                        row.text("Architecture"),
                        parameters != null && parameters < 0 ? null : parameters,
                        type(row),
                        row.text("Precision"),
                        chatTemplate,
                        moe,
                        uploaded,
                        row.text("Hub License"))));
        if (model != null) {
            sink.model(row.place(), model);
            scores.forEach((benchmark, score) -> sink.evaluation(
                    row.place(),
                    new Evaluation(id, new BenchmarkId(benchmark), score, null, null, null, SOURCE, null)));
        }
    }

    // The table writes a coloured symbol before the words.
    private static @Nullable String type(CsvRow row) {
        String type = row.text("Type");
        String words = type == null ? "" : type.replaceFirst("^[^\\p{L}]+", "").strip();
        return words.isEmpty() ? null : words;
    }

    private static Map<String, String> benchmarks() {
        Map<String, String> benchmarks = new LinkedHashMap<>();
        benchmarks.put("IFEval Raw", "IFEval");
        benchmarks.put("BBH Raw", "BBH");
        benchmarks.put("MATH Lvl 5 Raw", "MATH Lvl 5");
        benchmarks.put("GPQA Raw", "GPQA");
        benchmarks.put("MUSR Raw", "MuSR");
        benchmarks.put("MMLU-PRO Raw", "MMLU-Pro");
        return benchmarks;
    }
}

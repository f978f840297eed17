package org.eyrie.sources.wandb;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eyrie.model.Derivation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.sources.card.ReportedScores;
import org.eyrie.sources.conventions.ModelPaths;
import org.eyrie.sources.conventions.NamedModel;
import org.eyrie.sources.conventions.ScaleEvidence;
import org.eyrie.sources.csv.CsvTable;
import org.eyrie.sources.mlflow.LineageTags;
import org.eyrie.sources.mlflow.MetricKeys;
import org.eyrie.sources.mlflow.ParentReference;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.Text;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.text.FileSource;
import org.eyrie.sources.text.Input;
import org.jspecify.annotations.Nullable;

/**
 * A table of runs as people export it from the workspace of a project: a row a run, its columns what is known of it,
 * configuration and summary metrics alike. Of a model's runs the latest that measured a benchmark counts.
 */
public final class WandbSource extends FileSource {

    /** The whole table is held in memory. */
    private static final int MAX_RUNS = 200_000;

    private final @Nullable String modelColumn;
    private final MetricKeys keys;
    private final ScaleEvidence evidence;

    /**
     * @param modelColumn which column names the model of a run; null for the first of {@link ModelColumn#USUAL} that does
     * @param keys which columns are scores
     * @param evidence what is known of data sets, to tell shares from percentages
     */
    public WandbSource(Input input, @Nullable String modelColumn, MetricKeys keys, ScaleEvidence evidence) {
        super(input);
        this.modelColumn = modelColumn;
        this.keys = keys;
        this.evidence = evidence;
    }

    @Override
    public void read(FactSink sink) throws IOException {
        Set<String> columns = new LinkedHashSet<>();
        List<LoggedRun> runs = runs(columns, sink);
        Map<String, MetricKeys.Score> scores = new LinkedHashMap<>();
        columns.forEach(column -> keys.read(column, Map.of()).ifPresent(score -> scores.put(column, score)));
        if (scores.isEmpty()) {
            sink.note(
                    whole(),
                    "No column is named as scores are, such as eval/mmlu/acc: say with --metric-pattern which are scores");
        }
        ModelColumn column = modelColumn(runs, sink);
        Map<ModelId, List<LoggedRun>> byModel = byModel(runs, column, sink);
        byModel.forEach((model, own) -> {
            sink.model(own.get(0).place(), Model.stub(model));
            own.forEach(run -> lineage(model, run, column, sink));
            scores(model, own, scores, sink);
        });
        sink.reached(input.bytes(), input.bytes());
    }

    private List<LoggedRun> runs(Set<String> columns, FactSink sink) throws IOException {
        List<LoggedRun> runs = new ArrayList<>();
        int[] unfinished = {0};
        List<String> required = modelColumn == null ? List.of("Name") : List.of(modelColumn);
        CsvTable.open(input, required).forEach(sink, 0, input.bytes(), row -> {
            if (runs.size() >= MAX_RUNS) {
                throw new UnreadableException(row.place(), "There are more than " + MAX_RUNS + " runs");
            }
            Map<String, String> cells = new LinkedHashMap<>();
            for (String name : row.columns()) {
                String cell = row.text(name);
                if (cell != null) {
                    cells.put(name, cell);
                }
            }
            columns.addAll(row.columns());
            LoggedRun run = new LoggedRun(row.place(), cells);
            if (run.isFinished()) {
                runs.add(run);
            } else {
                unfinished[0]++;
            }
        });
        if (unfinished[0] > 0) {
            sink.note(whole(), unfinished[0] + " runs are left out: they are not finished");
        }
        return runs;
    }

    private ModelColumn modelColumn(List<LoggedRun> runs, FactSink sink) {
        if (modelColumn != null) {
            return new ModelColumn(modelColumn);
        }
        ModelColumn found = ModelColumn.among(runs).orElse(new ModelColumn("Name"));
        sink.note(
                whole(),
                "The model of a run is what stands under " + Text.quoted(found.name())
                        + ". Where that is not so, name the column: --model-from");
        return found;
    }

    /** Runs of each model, the latest first; those without a time last, in the order of the table. */
    private static Map<ModelId, List<LoggedRun>> byModel(List<LoggedRun> runs, ModelColumn column, FactSink sink) {
        Map<ModelId, List<LoggedRun>> byModel = new TreeMap<>();
        for (LoggedRun run : runs) {
            String name = column.model(run);
            try {
                if (name == null) {
                    sink.note(
                            run.place(),
                            "The run names no model under " + Text.quoted(column.name()) + " and is left out");
                } else {
                    byModel.computeIfAbsent(ModelPaths.id(name), id -> new ArrayList<>())
                            .add(run);
                }
            } catch (IllegalArgumentException e) {
                sink.reject(run.place(), column.name() + ": " + e.getMessage());
            }
        }
        Comparator<LoggedRun> latest = Comparator.comparing(
                run -> Optional.ofNullable(run.created()).orElse(Instant.EPOCH), Comparator.reverseOrder());
        byModel.values().forEach(own -> own.sort(latest));
        return byModel;
    }

    private void lineage(ModelId child, LoggedRun run, ModelColumn column, FactSink sink) {
        Map<String, String> said = new LinkedHashMap<>(run.cells());
        said.remove(column.name());
        try {
            Optional<LineageTags.Found> found = LineageTags.in(said);
            if (found.isPresent()) {
                for (ParentReference parent : found.get().parents()) {
                    edge(child, run.place(), found.get(), parent, sink);
                }
            }
        } catch (UnreadableException e) {
            sink.reject(run.place(), String.valueOf(e.getMessage()));
        }
    }

    private void edge(ModelId child, Place place, LineageTags.Found found, ParentReference parent, FactSink sink) {
        try {
            NamedModel named = ModelPaths.read(parent.text());
            ModelId id = named.id();
            ModelPaths.remark(id).ifPresent(remark -> sink.note(place, remark));
            if (id.equals(child)) {
                sink.note(place, child + " names itself as its parent, which is left out");
            } else {
                sink.derivation(
                        place,
                        new Derivation(
                                child,
                                id,
                                found.relation(),
                                parent.weight(),
                                input.name() + ": " + found.key() + named.at()));
            }
        } catch (IllegalArgumentException e) {
            sink.reject(place, found.key() + ": " + Text.quoted(parent.text()) + " " + e.getMessage());
        }
    }

    private void scores(ModelId model, List<LoggedRun> runs, Map<String, MetricKeys.Score> columns, FactSink sink) {
        ReportedScores reported = new ReportedScores(model, evidence, sink);
        for (LoggedRun run : runs) {
            List<ReportedScores.Reported> figures = new ArrayList<>();
            columns.forEach((column, score) -> {
                String cell = run.cells().get(column);
                if (cell != null && !cell.equalsIgnoreCase("nan")) {
                    String name = run.cells().getOrDefault("Name", "");
                    String source = input.name() + (name.isEmpty() ? "" : ", run " + name) + ", " + column;
                    figures.add(new ReportedScores.Reported(score.setup(), cell, source, run.created()));
                }
            });
            reported.figures(figures, run.place());
        }
    }
}

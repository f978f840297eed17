package org.eyrie.sources.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.Prediction;
import org.eyrie.model.Traits;
import org.jspecify.annotations.Nullable;

/**
 * Tables in a folder: {@code models.csv}, {@code benchmarks.csv}, {@code edges.csv}, {@code scores.csv} and
 * {@code recipes.csv}, which can be imported again as they are and make the same graph but for outcomes of single items,
 * and {@code predictions.csv}, in which a measured score is predicted twice: with what is known all told, and left out.
 */
public final class CsvExport {

    private CsvExport() {}

    /** Writes the tables; files of those names are replaced. */
    public static void write(GraphExport graph, Path folder) throws IOException {
        Files.createDirectories(folder);
        table(
                folder.resolve("models.csv"),
                "model,architecture,parameters_billions,type,precision,chat_template,moe,uploaded,license,revision",
                graph.models(),
                model -> {
                    Traits traits = model.traits();
                    return cells(
                            model.id(),
                            traits.architecture(),
                            traits.parametersBillions(),
                            traits.type(),
                            traits.precision(),
                            traits.chatTemplate(),
                            traits.moe(),
                            traits.uploaded(),
                            traits.license(),
                            model.revision());
                });
        table(
                folder.resolve("benchmarks.csv"),
                "benchmark,items,task,metric,filter,harness,task_version,n_shot,chat_template",
                graph.benchmarks(),
                benchmark -> {
                    EvaluationSetup setup = benchmark.setup();
                    return cells(
                            benchmark.id(),
                            benchmark.items(),
                            setup.task(),
                            setup.metric(),
                            setup.filter(),
                            setup.harness(),
                            setup.taskVersion(),
                            setup.nShot(),
                            setup.chatTemplate());
                });
        table(
                folder.resolve("edges.csv"),
                "child,parent,relation,weight,evidence",
                graph.derivations(),
                edge -> cells(edge.child(), edge.parent(), edge.relation().code(), edge.weight(), edge.evidence()));
        table(
                folder.resolve("scores.csv"),
                "model,benchmark,score,items,stderr,source,measured_at",
                graph.evaluations(),
                score -> cells(
                        score.model(),
                        score.benchmark(),
                        score.score(),
                        score.items(),
                        score.stderr(),
                        score.source(),
                        score.measuredAt()));
        table(
                folder.resolve("recipes.csv"),
                "model,method,recipe,weight_rule,source",
                graph.recipes(),
                recipe -> cells(recipe.model(), recipe.method(), recipe.text(), recipe.weightRule(), recipe.source()));
        table(
                folder.resolve("predictions.csv"),
                "model,benchmark,predicted,lower,upper,level,fit,left_out_predicted,left_out_lower,left_out_upper",
                graph.predictions(),
                CsvExport::cells);
    }

    private static List<String> cells(Prediction prediction) {
        Prediction.LeftOut leftOut = prediction.leftOut();
        return cells(
                prediction.model(),
                prediction.benchmark(),
                prediction.mean(),
                prediction.lower(),
                prediction.upper(),
                prediction.level(),
                prediction.fit(),
                leftOut == null ? null : leftOut.mean(),
                leftOut == null ? null : leftOut.lower(),
                leftOut == null ? null : leftOut.upper());
    }

    private static <T> void table(Path file, String columns, List<T> facts, Function<T, List<String>> row)
            throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(columns.split(",", -1));
            facts.forEach(fact -> csv.writeRecord(row.apply(fact)));
        }
    }

    private static List<String> cells(@Nullable Object... cells) {
        return Arrays.stream(cells)
                .map(cell -> cell == null ? "" : cell.toString())
                .toList();
    }
}

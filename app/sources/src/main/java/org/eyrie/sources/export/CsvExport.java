package org.eyrie.sources.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eyrie.model.Benchmark;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.Model;
import org.eyrie.model.Prediction;
import org.eyrie.model.Recipe;
import org.eyrie.model.Traits;
import org.jspecify.annotations.Nullable;

/**
 * Tables in a folder: {@code models.csv}, {@code benchmarks.csv}, {@code edges.csv}, {@code scores.csv} and
 * {@code recipes.csv}, which can be imported again as they are and make the same graph but for outcomes of single items,
 * and {@code predictions.csv}, in which a measured score is predicted twice: with what is known all told, and left out.
 */
public final class CsvExport {

    private CsvExport() {}

    /**
     * Writes the tables, all of them or none; files of those names are replaced.
     *
     * @return what they hold
     */
    public static Exported write(ExportSource graph, Path folder) throws IOException {
        try (CsvTables tables = new CsvTables(folder)) {
            CsvWriter models = tables.begin(
                    "models",
                    "model,architecture,parameters_billions,type,precision,chat_template,moe,uploaded,license,revision");
            CsvWriter benchmarks = tables.begin(
                    "benchmarks", "benchmark,items,task,metric,filter,harness,task_version,n_shot,chat_template");
            CsvWriter edges = tables.begin("edges", "child,parent,relation,weight,evidence");
            CsvWriter scores = tables.begin("scores", "model,benchmark,score,items,stderr,source,measured_at");
            CsvWriter recipes = tables.begin("recipes", "model,method,recipe,weight_rule,source");
            CsvWriter predictions = tables.begin(
                    "predictions",
                    "model,benchmark,predicted,lower,upper,level,fit,left_out_predicted,left_out_lower,left_out_upper");
            graph.benchmarks().forEach(benchmark -> benchmarks.writeRecord(cells(benchmark)));
            Exported sum = Exported.NOTHING;
            for (ExportPart part : graph.parts()) {
                sum = sum.plus(
                        rows(models, part.models().stream(), CsvExport::cells),
                        rows(edges, part.derivations().stream(), CsvExport::cells),
                        rows(scores, part.evaluations(), CsvExport::cells),
                        rows(predictions, part.predictions().stream(), CsvExport::cells),
                        rows(recipes, part.recipes().stream(), CsvExport::cells));
            }
            tables.finish();
            return sum;
        }
    }

    private static <T> long rows(CsvWriter table, Stream<T> facts, Function<T, List<String>> row) {
        LongAdder rows = new LongAdder();
        facts.forEach(fact -> {
            table.writeRecord(row.apply(fact));
            rows.increment();
        });
        return rows.sum();
    }

    private static List<String> cells(Model model) {
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
    }

    private static List<String> cells(Benchmark benchmark) {
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
    }

    private static List<String> cells(Derivation edge) {
        return cells(edge.child(), edge.parent(), edge.relation().code(), edge.weight(), edge.evidence());
    }

    private static List<String> cells(Evaluation score) {
        return cells(
                score.model(),
                score.benchmark(),
                score.score(),
                score.items(),
                score.stderr(),
                score.source(),
                score.measuredAt());
    }

    private static List<String> cells(Recipe recipe) {
        return cells(recipe.model(), recipe.method(), recipe.text(), recipe.weightRule(), recipe.source());
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

    private static List<String> cells(@Nullable Object... cells) {
        return Arrays.stream(cells)
                .map(cell -> cell == null ? "" : cell.toString())
                .toList();
    }
}

package org.eyrie.sources.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.eyrie.model.Traits;
import org.jspecify.annotations.Nullable;

/**
 * Four tables in a folder: {@code models.csv}, {@code edges.csv} and {@code scores.csv}, which can be imported again
 * as they are, and {@code predictions.csv}.
 */
public final class CsvExport {

    private CsvExport() {}

    /** Writes the tables; files of those names are replaced. */
    public static void write(GraphExport graph, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (CsvWriter csv = CsvWriter.builder().build(folder.resolve("models.csv"))) {
            csv.writeRecord(
                    "model",
                    "architecture",
                    "parameters_billions",
                    "type",
                    "precision",
                    "chat_template",
                    "moe",
                    "uploaded",
                    "license");
            graph.models().forEach(model -> {
                Traits traits = model.traits();
                row(
                        csv,
                        model.id(),
                        traits.architecture(),
                        traits.parametersBillions(),
                        traits.type(),
                        traits.precision(),
                        traits.chatTemplate(),
                        traits.moe(),
                        traits.uploaded(),
                        traits.license());
            });
        }
        try (CsvWriter csv = CsvWriter.builder().build(folder.resolve("edges.csv"))) {
            csv.writeRecord("child", "parent", "relation", "weight", "evidence");
            graph.derivations()
                    .forEach(edge -> row(
                            csv, edge.child(), edge.parent(), edge.relation().code(), edge.weight(), edge.evidence()));
        }
        try (CsvWriter csv = CsvWriter.builder().build(folder.resolve("scores.csv"))) {
            csv.writeRecord("model", "benchmark", "score", "items", "source");
            graph.evaluations()
                    .forEach(score ->
                            row(csv, score.model(), score.benchmark(), score.score(), score.items(), score.source()));
        }
        try (CsvWriter csv = CsvWriter.builder().build(folder.resolve("predictions.csv"))) {
            csv.writeRecord("model", "benchmark", "predicted", "lower", "upper", "level", "fit");
            graph.predictions()
                    .forEach(prediction -> row(
                            csv,
                            prediction.model(),
                            prediction.benchmark(),
                            prediction.mean(),
                            prediction.lower(),
                            prediction.upper(),
                            prediction.level(),
                            prediction.fit()));
        }
    }

    private static void row(CsvWriter csv, @Nullable Object... cells) {
        csv.writeRecord(Arrays.stream(cells)
                .map(cell -> cell == null ? "" : cell.toString())
                .toList());
    }
}

package org.eyrie.store;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Facts;
import org.eyrie.model.Fit;
import org.eyrie.model.FitId;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Outcomes;
import org.eyrie.model.Payload;
import org.eyrie.model.Prediction;
import org.eyrie.model.Relation;
import org.jspecify.annotations.Nullable;

/** Models, edges and scores from three CSV files in a folder. Just enough of a reader: real ones live elsewhere. */
public final class SampleGraph {

    private final Path folder;

    public SampleGraph(Path folder) {
        this.folder = folder;
    }

    public Facts facts() {
        List<Model> models = rows("models.csv", row -> Model.stub(new ModelId(row.getField("model"))));
        List<Derivation> edges = rows(
                "edges.csv",
                row -> new Derivation(
                        new ModelId(row.getField("child")),
                        new ModelId(row.getField("parent")),
                        Relation.ofCode(row.getField("relation")).orElseThrow(),
                        weight(row),
                        row.getField("evidence")));
        List<Evaluation> scores = rows(
                "scores.csv",
                row -> new Evaluation(
                        new ModelId(row.getField("model")),
                        new BenchmarkId(row.getField("benchmark")),
                        Double.parseDouble(row.getField("score")),
                        Integer.valueOf(row.getField("items")),
                        null,
                        null,
                        null,
                        null));
        return new Facts(models, edges, List.of(), scores);
    }

    /** A fit that predicts one half of everything, so that questions about predictions have something to answer. */
    public static void predictOneHalf(Neo4jStores stores) {
        Fit fit = new Fit(
                new FitId("one half"), Instant.EPOCH, "{}", 1, "", 1, 0, "CONVERGED", Payload.of(new byte[] {1}));
        stores.ports().fits().save(fit);
        List<Prediction> predictions = new ArrayList<>();
        for (Model model : stores.ports().lineage().everything().models()) {
            stores.ports()
                    .scores()
                    .benchmarks()
                    .forEach(benchmark -> predictions.add(new Prediction(
                            model.id(),
                            benchmark.id(),
                            .5,
                            .45,
                            .55,
                            .9,
                            fit.id(),
                            new Prediction.LeftOut(.4, .3, .5))));
        }
        stores.ports().fits().savePredictions(predictions);
    }

    /** Evaluations known item by item from a CSV file of models and outcomes. */
    public static List<Evaluation> outcomes(Path file, String benchmark) {
        return new SampleGraph(Objects.requireNonNull(file.toAbsolutePath().getParent()))
                .rows(file.getFileName().toString(), row -> {
                    Outcomes outcomes = new Outcomes(row.getField("outcomes"));
                    return new Evaluation(
                            new ModelId(row.getField("model")),
                            new BenchmarkId(benchmark),
                            (double) outcomes.correct() / outcomes.seen(),
                            outcomes.seen(),
                            null,
                            outcomes,
                            null,
                            null);
                });
    }

    private <T> List<T> rows(String file, Function<NamedCsvRecord, T> fact) {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(Files.newBufferedReader(folder.resolve(file)))) {
            return reader.stream().map(fact).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Double weight(NamedCsvRecord row) {
        return Optional.of(row)
                .flatMap(named -> named.findField("weight"))
                .filter(text -> !text.isEmpty())
                .map(Double::valueOf)
                .orElse(null);
    }
}

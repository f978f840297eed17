package org.eyrie.sources.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.FitId;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Prediction;
import org.eyrie.model.Recipe;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes in many parts is written as what comes in one. */
class PartsTest {

    private static final BenchmarkId POND = new BenchmarkId("pond");
    private static final List<ModelId> IDS = List.of(new ModelId("lab/a"), new ModelId("lab/b"), new ModelId("lab/c"));
    private static final GraphExport WHOLE = new GraphExport(
            IDS.stream()
                    .map(id -> new Model(id, Traits.UNKNOWN, "v" + id.value().length()))
                    .toList(),
            List.of(edge(0, 2), edge(1, 0), edge(1, 2)),
            List.of(Benchmark.stub(POND)),
            IDS.stream()
                    .map(id -> new Evaluation(id, POND, 0.5, 2, null, null, null, null))
                    .toList(),
            IDS.stream()
                    .map(id -> new Prediction(
                            id, POND, 0.5, 0.4, 0.6, 0.9, new FitId("f"), new Prediction.LeftOut(0.3, 0.2, 0.4)))
                    .toList(),
            List.of(new Recipe(IDS.get(1), "slerp", "a: b", "as given", null)),
            Map.of());

    private static Derivation edge(int child, int parent) {
        return new Derivation(IDS.get(child), IDS.get(parent), Relation.MERGE, null, null);
    }

    private static GraphExport part(int model) {
        ModelId id = IDS.get(model);
        return new GraphExport(
                List.of(WHOLE.models().get(model)),
                WHOLE.derivations().stream()
                        .filter(edge -> edge.child().equals(id))
                        .toList(),
                List.of(),
                List.of(WHOLE.evaluated().get(model)),
                List.of(WHOLE.predictions().get(model)),
                WHOLE.recipes().stream()
                        .filter(recipe -> recipe.model().equals(id))
                        .toList(),
                Map.of());
    }

    /** Revisions are asked for of models of other parts, so that each part knows all. */
    private record Part(GraphExport own) implements ExportPart {

        @Override
        public List<Model> models() {
            return own.models();
        }

        @Override
        public List<Derivation> derivations() {
            return own.derivations();
        }

        @Override
        public java.util.stream.Stream<Evaluation> evaluations() {
            return own.evaluations();
        }

        @Override
        public List<Prediction> predictions() {
            return own.predictions();
        }

        @Override
        public List<Recipe> recipes() {
            return own.recipes();
        }

        @Override
        public Map<ModelId, String> revisions(java.util.Set<ModelId> models) {
            return WHOLE.revisions(models);
        }
    }

    private record Source(int fails) implements ExportSource {

        @Override
        public List<Benchmark> benchmarks() {
            return WHOLE.benchmarks();
        }

        @Override
        public List<String> items(BenchmarkId benchmark) {
            return List.of();
        }

        @Override
        public boolean isPredicted() {
            return true;
        }

        @Override
        public Iterable<ExportPart> parts() {
            return () -> new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < IDS.size();
                }

                @Override
                public ExportPart next() {
                    if (next == fails) {
                        throw new IllegalStateException("broke off");
                    }
                    return new Part(part(next++));
                }
            };
        }
    }

    private static final Exported ALL = new Exported(3, 3, 3, 3, 1);

    @Test
    void tablesAreTheSame(@TempDir Path folder) throws Exception {
        assertThat(CsvExport.write(WHOLE, folder.resolve("whole"))).isEqualTo(ALL);
        assertThat(CsvExport.write(new Source(-1), folder.resolve("parts"))).isEqualTo(ALL);
        for (String table : List.of("models", "benchmarks", "edges", "scores", "recipes", "predictions")) {
            assertThat(folder.resolve("parts").resolve(table + ".csv"))
                    .hasSameTextualContentAs(folder.resolve("whole").resolve(table + ".csv"));
        }
        try (var files = Files.list(folder.resolve("parts"))) {
            assertThat(files).hasSize(6);
        }
    }

    @Test
    void tablesThatBreakOffLeaveWhatWasThere(@TempDir Path folder) throws Exception {
        Path there = Files.writeString(folder.resolve("models.csv"), "old");
        Path fresh = folder.resolve("new");
        for (Path target : List.of(folder, fresh)) {
            assertThatThrownBy(() -> CsvExport.write(new Source(2), target)).hasMessage("broke off");
        }
        assertThat(there).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(there);
        }
    }

    @Test
    void drawingsAndBillsAreTheSame() throws Exception {
        StringWriter whole = new StringWriter();
        StringWriter parts = new StringWriter();
        assertThat(CycloneDxExport.write(WHOLE, whole, Instant.EPOCH, new UUID(1, 2)))
                .isEqualTo(ALL);
        assertThat(CycloneDxExport.write(new Source(-1), parts, Instant.EPOCH, new UUID(1, 2)))
                .isEqualTo(ALL);
        assertThat(parts).hasToString(whole.toString());
        whole.getBuffer().setLength(0);
        parts.getBuffer().setLength(0);
        Exported drawn = new Exported(3, 3, 3, 3, 0);
        assertThat(GraphmlExport.write(WHOLE, whole)).isEqualTo(drawn);
        assertThat(GraphmlExport.write(new Source(-1), parts)).isEqualTo(drawn);
        assertThat(parts).hasToString(whole.toString());
    }

    @Test
    void statementsHaveTheSameRowsAndEveryModelBeforeItIsAParent() throws Exception {
        StringWriter whole = new StringWriter();
        StringWriter parts = new StringWriter();
        assertThat(CypherExport.write(WHOLE, whole)).isEqualTo(ALL);
        assertThat(CypherExport.write(new Source(-1), parts)).isEqualTo(ALL);
        assertThat(rows(parts)).hasSize(14).containsExactlyInAnyOrderElementsOf(rows(whole));
        assertThat(parts.toString().indexOf("child:"))
                .isGreaterThan(parts.toString().lastIndexOf("traits:"));
    }

    private static List<String> rows(StringWriter statements) {
        return Arrays.stream(statements.toString().split("\n", -1))
                .filter(line -> line.startsWith("  {"))
                .map(line -> line.replaceAll(",$", ""))
                .toList();
    }
}

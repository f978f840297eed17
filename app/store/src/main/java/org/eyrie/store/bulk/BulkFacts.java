package org.eyrie.store.bulk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eyrie.model.Derivation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Provenance;
import org.eyrie.model.Recipe;
import org.eyrie.model.WriteSummary;
import org.eyrie.model.WriteSummary.Counts;
import org.eyrie.store.row.ImportRow;
import org.eyrie.store.write.Latest;

/**
 * The facts of an import into an empty database, put together as a transaction after the other would. Models, benchmarks
 * and recipes, which later rows may complete, stay in memory until the end. Derivations and scores go into their files at
 * once: one that comes again and says the same counts as unchanged, one that says something else is an obstacle.
 */
final class BulkFacts implements Closeable {

    private final Provenance provenance;
    private final LedgerState ledger;
    private final BulkFiles files;
    private final TakenModels models;
    private final TakenScores scores;
    private final SeenPairs derivations = new SeenPairs();
    private final Map<ModelId, Recipe> recipes = new LinkedHashMap<>();
    private WriteSummary sum = WriteSummary.NOTHING;
    private long changes;
    private boolean repeated;

    /** @param ledger what the database counted so far */
    BulkFacts(Path folder, Provenance provenance, LedgerState ledger) throws IOException {
        this.provenance = provenance;
        this.ledger = ledger;
        this.files = new BulkFiles(folder, provenance.source(), provenance.recordedAt(), number());
        this.models = new TakenModels(files);
        this.scores = new TakenScores(files, models);
    }

    long number() {
        return ledger.imports() + 1;
    }

    WriteSummary write(Latest facts) throws IOException {
        Counts benchmarks = scores.benchmarks(facts);
        Counts described = models.describe(facts.models().values()).plus(models.mention(facts.stubs()));
        Counts edges = derivations(facts.derivations().values());
        Counts evaluations = scores.evaluations(facts.evaluations().values());
        WriteSummary summary = new WriteSummary(
                described,
                edges,
                benchmarks,
                evaluations,
                recipes(facts.recipes().values()),
                0,
                scores.unaligned(),
                List.of());
        sum = sum.plus(summary.changes());
        changes += summary.isChange() ? 1 : 0;
        return summary;
    }

    List<Model> find(Collection<ModelId> ids) {
        return models.find(ids);
    }

    Optional<String> obstacle() {
        return repeated || scores.repeated()
                ? Optional.of("the same score or derivation stands there more than once and is described differently,"
                        + " which only transactions put together")
                : Optional.empty();
    }

    boolean isChange() {
        return changes > 0;
    }

    /**
     * Writes what stayed in memory, the import and the ledger, and closes the files.
     *
     * @param notes what a person was told; the files have no way to say that this is an empty list
     */
    void finish(Instant finishedAt, List<String> notes) throws IOException {
        models.write();
        scores.write();
        for (Recipe recipe : recipes.values()) {
            files.recipe(models.number(recipe.model()), recipe);
        }
        Map<String, Object> properties = new HashMap<>(ImportRow.counts(sum));
        properties.put("number", number());
        properties.put("run", Objects.requireNonNull(provenance.run()).toString());
        properties.put("source", provenance.source());
        properties.put("started_at", provenance.recordedAt());
        properties.put("finished_at", finishedAt);
        properties.put("state", "finished");
        if (!notes.isEmpty()) {
            properties.put("notes", notes);
        }
        files.bookkeeping("Import", properties);
        files.bookkeeping(
                "Ledger",
                Map.of("name", "facts", "version", ledger.version() + changes, "imports", number(), "locked", true));
        files.close();
    }

    private Counts derivations(Collection<Derivation> edges) throws IOException {
        int created = 0;
        for (Derivation edge : edges) {
            int child = models.number(edge.child());
            int parent = models.number(edge.parent());
            switch (derivations.meet(child, parent, hash(edge))) {
                case NEW -> {
                    files.derivation(child, parent, edge);
                    created++;
                }
                case SAME -> {}
                case OTHER -> repeated = true;
            }
        }
        return new Counts(created, edges.size() - created, 0);
    }

    private Counts recipes(Collection<Recipe> written) {
        int created = 0;
        int changed = 0;
        for (Recipe recipe : written) {
            Recipe older = recipes.put(recipe.model(), recipe);
            if (older == null) {
                created++;
            } else if (!older.equals(recipe)) {
                changed++;
            }
        }
        return new Counts(created, written.size() - created - changed, changed);
    }

    private static long hash(Derivation edge) {
        return ((long) Objects.hash(edge.relation().code(), edge.weight()) << 32) ^ Objects.hashCode(edge.evidence());
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}

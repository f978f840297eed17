package org.eyrie.sources.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eyrie.model.Benchmark;
import org.eyrie.model.CancelledException;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Facts;
import org.eyrie.model.LineageStore;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Recipe;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.ImportMonitor;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.spi.UnknownModels;
import org.jspecify.annotations.Nullable;

/** One reading of a source: checks rows batch by batch and passes on those that stand. */
final class Pass implements FactSink {

    private final UnknownModels unknownModels;
    private final ImportMonitor monitor;
    private final ImportMonitor.Phase phase;
    private final Consumer<Facts> target;
    private final Batch batch;
    private final Strangers strangers;
    private final Ledger ledger = new Ledger();
    private final Findings findings = new Findings();
    private long batches;
    private @Nullable Place last;
    private @Nullable RuntimeException failure;

    Pass(
            Source source,
            LineageStore lineage,
            ImportOptions options,
            ImportMonitor monitor,
            ImportMonitor.Phase phase,
            Consumer<Facts> target) {
        this.unknownModels = source.unknownModels();
        this.monitor = monitor;
        this.phase = phase;
        this.target = target;
        this.batch = new Batch(options.batchSize());
        this.strangers = new Strangers(lineage);
    }

    @Override
    public void model(Place place, Model model) {
        add(new Row.OfModel(place, model));
    }

    @Override
    public void derivation(Place place, Derivation derivation) {
        add(new Row.OfDerivation(place, derivation));
    }

    @Override
    public void benchmark(Place place, Benchmark benchmark) {
        add(new Row.OfBenchmark(place, benchmark));
    }

    @Override
    public void evaluation(Place place, Evaluation evaluation) {
        add(new Row.OfEvaluation(place, evaluation));
    }

    @Override
    public void recipe(Place place, Recipe recipe) {
        add(new Row.OfRecipe(place, recipe));
    }

    @Override
    public void reject(Place place, String reason) {
        add(new Row.Rejected(place, reason));
    }

    @Override
    public void refuse(Place place, String reason) {
        flush();
        findings.refuse(place, reason);
    }

    @Override
    public void ignored(String key) {
        findings.ignored(key);
    }

    @Override
    public void note(Place place, String text) {
        findings.note(place, text);
    }

    @Override
    public void reached(long done, long total) {
        behind(() -> {
            monitor.onProgress(phase, done, total);
            endIfCancelled();
        });
    }

    private void endIfCancelled() {
        if (monitor.isCancelled()) {
            throw new CancelledException(
                    phase == ImportMonitor.Phase.CHECKING
                            ? "The import was cancelled; nothing was written."
                            : "The import was cancelled after " + batches
                                    + " batches. Run it again to complete it: what is written already stays as it is.");
        }
    }

    /** Checks and passes on what still waits. To be called at the end. */
    void flush() {
        behind(this::passOn);
    }

    private void passOn() {
        Set<ModelId> unknown = unknownModels == UnknownModels.ARE_REJECTED ? strangers.among(batch.rows()) : Set.of();
        List<Row> standing = new ArrayList<>(batch.rows().size());
        for (Row row : batch.rows()) {
            Optional<String> fault = fault(row, unknown);
            if (fault.isPresent()) {
                findings.reject(row.place(), fault.get());
            } else {
                standing.add(row);
            }
        }
        batch.clear();
        if (!standing.isEmpty()) {
            target.accept(Batch.facts(standing));
            batches++;
        }
    }

    Findings findings() {
        return findings;
    }

    Ledger ledger() {
        return ledger;
    }

    /** Where what was handed over last stands; null where nothing was. */
    @Nullable
    Place last() {
        return last;
    }

    /** Whether a failure comes from here or from behind, the store and the monitor, and not from the source. */
    boolean failedWith(RuntimeException thrown) {
        return thrown == failure;
    }

    /** How many batches were passed on. */
    long batches() {
        return batches;
    }

    private void behind(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    private void add(Row row) {
        last = row.place();
        batch.add(row);
        if (batch.isFull()) {
            flush();
        }
    }

    private Optional<String> fault(Row row, Set<ModelId> unknown) {
        Optional<ModelId> stranger =
                Strangers.mentioned(row).filter(unknown::contains).findFirst();
        if (stranger.isPresent()) {
            return Optional.of("The model " + stranger.get()
                    + " is neither among the models imported here nor in the database: add it, or correct its name");
        }
        if (row instanceof Row.Rejected rejected) {
            return Optional.of(rejected.reason());
        }
        if (row instanceof Row.OfDerivation edge) {
            return ledger.add(row.place(), edge.derivation());
        }
        if (row instanceof Row.OfEvaluation score) {
            return ledger.add(row.place(), score.evaluation());
        }
        return Optional.empty();
    }
}

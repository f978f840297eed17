package org.eyrie.sources.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eyrie.model.Facts;
import org.eyrie.model.LineageStore;
import org.eyrie.model.ModelId;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Finding;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.spi.UnknownModels;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;

/** One reading of a source: checks rows batch by batch and passes on those that stand. */
final class Pass implements FactSink {

    private final UnknownModels unknownModels;
    private final Progress progress;
    private final ImportPhase phase;
    private final Consumer<Facts> target;
    private final Consumer<List<Finding.Row>> standing;
    private final Batch batch;
    private final Strangers strangers;
    private final Gaps gaps;
    private final MoreExact exact;
    private final Ledger ledger = new Ledger();
    private final Complaints complaints = new Complaints();
    private long batches;
    private @Nullable Place last;
    private volatile @Nullable RuntimeException failure;

    /**
     * @param target gets the facts of each batch
     * @param standing gets the rows of each batch that stand, before its facts are made of them
     */
    Pass(
            Source source,
            LineageStore lineage,
            ImportOptions options,
            Progress progress,
            ImportPhase phase,
            Consumer<Facts> target,
            Consumer<List<Finding.Row>> standing) {
        this.standing = standing;
        this.unknownModels = source.unknownModels();
        this.progress = progress;
        this.phase = phase;
        this.target = target;
        this.batch = new Batch(options.batchSize());
        this.strangers = new Strangers(lineage);
        this.gaps = new Gaps(lineage::find);
        this.exact = new MoreExact(lineage::find);
    }

    @Override
    public void take(Finding finding) {
        if (finding instanceof Finding.Row row) {
            add(row);
        } else if (finding instanceof Finding.Refused refused) {
            flush();
            complaints.refuse(refused.place(), refused.reason());
        } else if (finding instanceof Finding.Ignored ignored) {
            complaints.ignored(ignored.key());
        } else if (finding instanceof Finding.Noted noted) {
            complaints.note(noted.place(), noted.text());
        }
    }

    @Override
    public void reached(long done, long total) {
        ours(() -> {
            progress.at(phase.step(), done, Math.max(total, 0));
            endIfCancelled();
        });
    }

    private void endIfCancelled() {
        if (progress.cancelled()) {
            throw new CancelledException(
                    phase == ImportPhase.CHECKING
                            ? "The import was cancelled; nothing was written."
                            : "The import was cancelled after " + batches
                                    + " batches. Run it again to complete it: what is written already stays as it is.");
        }
    }

    /** Checks and passes on what still waits. */
    void flush() {
        ours(this::passOn);
    }

    private void passOn() {
        Set<ModelId> unknown = unknownModels == UnknownModels.ARE_REJECTED ? strangers.among(batch.rows()) : Set.of();
        List<Finding.Row> rows = new ArrayList<>(batch.rows().size());
        for (Finding.Row row : batch.rows()) {
            Optional<String> fault = fault(row, unknown);
            if (fault.isPresent()) {
                complaints.reject(row.place(), fault.get());
            } else {
                rows.add(row);
            }
        }
        batch.clear();
        if (!rows.isEmpty()) {
            standing.accept(rows);
            target.accept(exact.of(Batch.facts(gaps.filled(rows))));
            batches++;
        }
    }

    Complaints complaints() {
        return complaints;
    }

    /** Checks and passes on what still waits, and says what became of traits that are known otherwise. To be called last. */
    void end(Place whole) {
        flush();
        exact.conflicts().forEach(conflict -> complaints.note(whole, conflict));
    }

    Ledger ledger() {
        return ledger;
    }

    /** Where what was handed over last stands; null where nothing was. */
    @Nullable
    Place last() {
        return last;
    }

    /** Whether a failure comes from here or from behind, the store and whoever hears of progress, and not from the source. */
    boolean failedWith(RuntimeException thrown) {
        return thrown == failure;
    }

    /** How many batches were passed on. */
    long batches() {
        return batches;
    }

    private void ours(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    private void add(Finding.Row row) {
        last = row.place();
        batch.add(row);
        if (batch.isFull()) {
            flush();
        }
    }

    private Optional<String> fault(Finding.Row row, Set<ModelId> unknown) {
        Optional<ModelId> stranger =
                Strangers.mentioned(row).filter(unknown::contains).findFirst();
        if (stranger.isPresent()) {
            return Optional.of("The model " + stranger.get()
                    + " is neither among the models imported here nor in the database: add it, correct its name,"
                    + " or take new names as they are with --new-models");
        }
        if (row instanceof Finding.Rejected rejected) {
            return Optional.of(rejected.reason());
        }
        if (row instanceof Finding.OfDerivation edge) {
            return ledger.add(row.place(), edge.derivation());
        }
        if (row instanceof Finding.OfEvaluation score) {
            return ledger.add(row.place(), score.evaluation());
        }
        return Optional.empty();
    }
}

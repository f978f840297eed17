package org.eyrie.sources.importing;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eyrie.model.BulkImports;
import org.eyrie.model.EyrieException;
import org.eyrie.model.FactStore;
import org.eyrie.model.Facts;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.LineageCycleException;
import org.eyrie.model.LineageStore;
import org.eyrie.model.Provenance;
import org.eyrie.model.RecipeStore;
import org.eyrie.model.ScoreStore;
import org.eyrie.model.WriteSummary;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.spi.ImportReport;
import org.eyrie.sources.spi.NoteKind;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Brings a source into the store.
 *
 * <p>Reads it twice. The first pass finds every bad row and every cycle and writes nothing; the second writes, a
 * transaction per batch. So input with bad rows leaves no trace, and an import that breaks off in the middle leaves
 * whole batches, which the next run finds unchanged. A large one into an empty store is read once and loaded whole.
 */
public final class Importer {

    private final FactStore facts;
    private final LineageStore lineage;
    private final ScoreStore scores;
    private final RecipeStore recipes;
    private final InstantSource clock;
    private final UnaryOperator<Source> reading;
    private final BulkImports bulk;

    /** Imports sources as they are. */
    public Importer(
            FactStore facts, LineageStore lineage, ScoreStore scores, RecipeStore recipes, InstantSource clock) {
        this(facts, lineage, scores, recipes, clock, UnaryOperator.identity());
    }

    /** @param reading what is made of a source before it is read, once an import */
    public Importer(
            FactStore facts,
            LineageStore lineage,
            ScoreStore scores,
            RecipeStore recipes,
            InstantSource clock,
            UnaryOperator<Source> reading) {
        this(facts, lineage, scores, recipes, clock, reading, BulkImports.NEVER);
    }

    /**
     * @param reading what is made of a source before it is read, once an import
     * @param bulk which imports are loaded whole
     */
    public Importer(
            FactStore facts,
            LineageStore lineage,
            ScoreStore scores,
            RecipeStore recipes,
            InstantSource clock,
            UnaryOperator<Source> reading,
            BulkImports bulk) {
        this.bulk = bulk;
        this.facts = facts;
        this.lineage = lineage;
        this.scores = scores;
        this.recipes = recipes;
        this.clock = clock;
        this.reading = reading;
    }

    /**
     * Imports everything the source yields.
     *
     * @param progress hears of the steps "checking" and, unless it is loaded whole, "writing" after every few rows, in bytes, rows or pages read,
     *     never fewer than before within one input; called on this thread
     * @throws InvalidInputException if new names look like slips and {@code strict} is set, if rows are bad and neither {@code skipBadRows} nor {@code dryRun} is set, or
     *     if the input cannot be read to its end; lists every fault. Nothing is written then
     * @throws LineageCycleException if the edges, with those in the store, would close a cycle; nothing is written
     *     then, unless another writer added the rest of the cycle during the import
     * @throws CancelledException if it was cancelled; batches that were written stay
     * @throws org.eyrie.model.StoreUnavailableException if the store does not answer; batches that were written stay
     */
    public ImportReport run(Source given, ImportOptions options, Progress progress) {
        Instant began = clock.instant();
        Source source = reading.apply(given);
        Provenance origin = new Provenance(source.origin(), began, UUID.randomUUID());
        Checked checked = check(source, options, progress, origin);
        Complaints complaints = checked.complaints();
        Written written = checked.loaded();
        if (written == null) {
            written = write(source, options, progress, origin, complaints);
        }
        double seconds = Duration.between(began, clock.instant()).toNanos() / 1e9;
        return new ImportReport(
                source.name(),
                written.number(),
                written.sum(),
                written.met(),
                complaints.rejected(),
                complaints.rejectedRows(),
                complaints.ignored(),
                complaints.notes(),
                seconds,
                options.dryRun(),
                written.arrivals());
    }

    private Written write(
            Source source, ImportOptions options, Progress progress, Provenance origin, Complaints complaints) {
        Columns columns = new Columns(scores);
        Tally tally = new Tally(columns, options.dryRun(), writer(origin, options));
        Pass write = new Pass(source, lineage, options, progress, ImportPhase.WRITING, tally, rows -> {});
        read(source, write, false);
        if (write.complaints().rejectedRows() != complaints.rejectedRows()) {
            throw new InvalidInputException(
                    source.name(),
                    List.of(new Fault(
                            source.name(),
                            "changed while it was imported. What was written is consistent; run the import again")));
        }
        tally.sum.replaced().forEach(replaced -> complaints.note(Place.of(source.name()), replaced.sentence()));
        Optional<Long> number = options.dryRun() || !tally.sum.isChange()
                ? Optional.empty()
                : facts.end(Objects.requireNonNull(origin.run()), clock.instant(), told(complaints));
        return new Written(number.orElse(null), tally.sum, columns.met(), tally.arrivals.all());
    }

    private static List<String> told(Complaints complaints) {
        Stream<String> rejected = complaints.rejectedRows() == 0
                ? Stream.empty()
                : Stream.of("rows rejected: " + complaints.rejectedRows());
        return Stream.concat(rejected, NoteKind.of(complaints.notes()).stream().map(NoteKind::toString))
                .toList();
    }

    private Function<Facts, WriteSummary> writer(Provenance origin, ImportOptions options) {
        if (!options.dryRun()) {
            return batch -> facts.write(batch.from(origin));
        }
        Preview preview = new Preview(lineage, scores, recipes);
        Provenance unnumbered = new Provenance(origin.source(), origin.recordedAt());
        return batch -> preview.write(batch.from(unnumbered));
    }

    // A method of its own: what the first pass remembers must be gone before the second one fills the memory again.
    private Checked check(Source source, ImportOptions options, Progress progress, Provenance origin) {
        try (Beside beside = new Beside(bulk, origin, !options.dryRun(), new Columns(scores), lineage)) {
            Complaints complaints = check(source, options, progress, beside);
            boolean loaded = beside.load(clock.instant(), told(complaints));
            return new Checked(complaints, loaded ? beside.written() : null);
        }
    }

    private Complaints check(Source source, ImportOptions options, Progress progress, Beside beside) {
        Newcomers newcomers = new Newcomers(lineage, scores);
        Pass check = new Pass(source, lineage, options, progress, ImportPhase.CHECKING, newcomers, beside::take);
        read(source, check, true);
        Complaints complaints = check.complaints();
        Place whole = Place.of(source.name());
        newcomers.doubts().forEach(doubt -> {
            if (options.strict()) {
                complaints.refuse(whole, doubt);
            } else {
                complaints.note(whole, doubt);
            }
        });
        if (complaints.refused() || (complaints.rejectedRows() > 0 && !options.skipBadRows() && !options.dryRun())) {
            throw new InvalidInputException(source.name(), complaints.faults());
        }
        refuseCycles(check, options);
        return complaints;
    }

    // What nobody foresaw in a reader is damage that nobody foresaw, as long as the reader did not come through the
    // same input before, and as long as what failed was not behind the pass, the store or who hears of progress: those
    // are faults of ours and stay what they are. The refusal says what was thrown where, so that none of them is hidden
    // either.
    private static void read(Source source, Pass pass, boolean first) {
        try {
            if (first) {
                readAndCheck(source, pass);
            } else {
                source.read(pass);
            }
            pass.end(Place.of(source.name()));
        } catch (UnreadableException e) {
            pass.refuse(e.place(), String.valueOf(e.getMessage()));
        } catch (NoSuchFileException e) {
            pass.refuse(Place.of(String.valueOf(e.getFile())), "There is no such file");
        } catch (IOException e) {
            pass.refuse(Place.of(source.name()), "It cannot be read: " + e);
        } catch (RuntimeException e) {
            if (!first || e instanceof EyrieException || e instanceof CancelledException || pass.failedWith(e)) {
                throw e;
            }
            pass.refuse(Place.of(source.name()), unforeseen(e, pass.last()));
        }
    }

    // Nothing is written in the first pass, so that whoever reads may be ahead of whoever checks.
    private static void readAndCheck(Source source, Pass pass) throws IOException {
        Handover handover = new Handover(pass);
        try (handover) {
            source.read(handover);
        } catch (IOException | RuntimeException e) {
            handover.failIfItFailed();
            throw e;
        }
        handover.failIfItFailed();
    }

    private static String unforeseen(RuntimeException failure, @Nullable Place last) {
        StackTraceElement[] trace = failure.getStackTrace();
        String where = Arrays.stream(trace)
                .filter(frame -> frame.getClassName().startsWith("org.eyrie."))
                .findFirst()
                .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("");
        return "It cannot be read: " + failure + where + (last == null ? "" : ", after " + last)
                + ". It is damaged in a way that nobody foresaw, or this is a fault of the program: report this line";
    }

    /**
     * The store refuses cycles too, with the batch that closes one. Where there is one batch that is enough, and
     * the whole graph need not be read.
     */
    private void refuseCycles(Pass check, ImportOptions options) {
        if (check.ledger().edgeCount() == 0) {
            return;
        }
        EdgeList edges = check.ledger().edges();
        if (check.batches() > 1 || options.dryRun()) {
            edges.addStored(lineage.everything().derivations());
        }
        edges.findCycle().ifPresent(cycle -> {
            throw new LineageCycleException(cycle);
        });
    }

    /**
     * What the first pass came to.
     *
     * @param loaded what is in the store already; null where it is still to be written
     */
    private record Checked(Complaints complaints, @Nullable Written loaded) {}

    /** Passes batches on and adds up what became of them. */
    private static final class Tally implements Consumer<Facts> {

        private final Columns columns;
        private final Function<Facts, WriteSummary> writer;
        private final Arrivals arrivals = new Arrivals();
        private final boolean gathering;
        private WriteSummary sum = WriteSummary.NOTHING;

        Tally(Columns columns, boolean gathering, Function<Facts, WriteSummary> writer) {
            this.columns = columns;
            this.gathering = gathering;
            this.writer = writer;
        }

        @Override
        public void accept(Facts batch) {
            columns.add(batch);
            if (gathering) {
                arrivals.add(batch);
            }
            sum = sum.plus(writer.apply(batch));
        }
    }
}

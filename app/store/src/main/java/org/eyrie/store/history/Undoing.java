package org.eyrie.store.history;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eyrie.model.Fault;
import org.eyrie.model.Forgotten;
import org.eyrie.model.Forgotten.Counts;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.PastImport;
import org.eyrie.model.UnknownImportException;
import org.eyrie.model.WriteSummary;
import org.eyrie.store.row.ImportRow;
import org.eyrie.store.statement.Statement;
import org.eyrie.store.transaction.Database;
import org.eyrie.store.transaction.Work;

/** Takes imports back: as many transactions as it takes, or one that is rolled back to see what they would do. */
public final class Undoing {

    /** Trying out holds all changes in memory, and the lock of whoever writes. */
    private static final long MOST_TRIED_OUT = 100_000;

    private static final int SHOWN = 20;

    private final Database database;

    public Undoing(Database database) {
        this.database = database;
    }

    /**
     * Takes one import back.
     *
     * @throws UnknownImportException if there is no such import
     * @throws InvalidInputException if it was taken back already
     */
    public Forgotten undo(long number, boolean dryRun) {
        if (!dryRun) {
            database.change(work -> begin(work, number));
            return toTheEnd(number);
        }
        PastImport known = database.read(work -> find(work, number));
        if (facts(known) > MOST_TRIED_OUT) {
            return counted(known);
        }
        return database.tryOut(work -> {
                    begin(work, number);
                    return atOnce(work, number);
                })
                .withDryRun(true);
    }

    /**
     * Takes all imports of a source back, and what it wrote before imports had numbers.
     *
     * @param known names of all sources
     * @throws InvalidInputException if no fact is from there
     */
    public Forgotten forget(String source, Supplier<List<String>> known, boolean dryRun) {
        if (!known.get().contains(source)) {
            throw unknown(source, known.get());
        }
        if (dryRun) {
            return tried(source).withDryRun(true);
        }
        while (adopted(source)) {
            // the next part
        }
        Forgotten sum = Forgotten.NOTHING;
        for (PastImport each : database.read(work -> of(work, source))) {
            sum = sum.plus(undo(each.number(), false));
        }
        return sum;
    }

    private Forgotten tried(String source) {
        List<PastImport> imports = database.read(work -> of(work, source));
        if (imports.stream().mapToLong(Undoing::facts).sum() > MOST_TRIED_OUT) {
            return imports.stream().map(Undoing::counted).reduce(Forgotten.NOTHING, Forgotten::plus);
        }
        return database.tryOut(work -> {
            work.run(Statement.LOCK, Map.of());
            while (new Adoption(work, source).next()) {
                // the next part
            }
            Forgotten sum = Forgotten.NOTHING;
            for (PastImport each : of(work, source)) {
                sum = sum.plus(atOnce(work, each.number()));
            }
            return sum;
        });
    }

    private boolean adopted(String source) {
        return database.write(work -> {
            work.run(Statement.LOCK, Map.of());
            return new Adoption(work, source).next();
        });
    }

    private Forgotten toTheEnd(long number) {
        Forgotten sum = Forgotten.NOTHING;
        for (Optional<Forgotten> part = part(number); part.isPresent(); part = part(number)) {
            sum = sum.plus(part.get());
        }
        return sum;
    }

    // What is left is told by the graph itself, so that a part whose answer gets lost is not done twice.
    private Optional<Forgotten> part(long number) {
        return database.write(work -> {
            work.run(Statement.LOCK, Map.of());
            Optional<Forgotten> part = new TakingBack(work, number).next();
            if (part.isPresent()) {
                work.run(Statement.NEXT_VERSION, Map.of());
            } else {
                work.run(Statement.IMPORT_STATE, Map.of("number", number, "state", "undone"));
            }
            return part;
        });
    }

    private static Forgotten atOnce(Work work, long number) {
        TakingBack taking = new TakingBack(work, number);
        Forgotten sum = Forgotten.NOTHING;
        for (Optional<Forgotten> part = taking.next(); part.isPresent(); part = taking.next()) {
            sum = sum.plus(part.get());
        }
        return sum;
    }

    private static void begin(Work work, long number) {
        work.run(Statement.LOCK, Map.of());
        PastImport known = find(work, number);
        if (known.state() == PastImport.State.UNDONE) {
            throw new InvalidInputException(
                    "Import " + number, List.of(new Fault(known.source(), "It was taken back already")));
        }
        work.run(Statement.IMPORT_STATE, Map.of("number", number, "state", "undoing"));
    }

    private static PastImport find(Work work, long number) {
        return work.first(Statement.FIND_IMPORT, Map.of("number", number), ImportRow::read)
                .orElseThrow(() -> new UnknownImportException(number));
    }

    private static List<PastImport> of(Work work, String source) {
        return work.list(Statement.IMPORTS_OF_SOURCE, Map.of("source", source), ImportRow::read);
    }

    private static long facts(PastImport known) {
        WriteSummary written = known.written();
        WriteSummary.Counts all = written.models()
                .plus(written.derivations())
                .plus(written.benchmarks())
                .plus(written.evaluations())
                .plus(written.recipes());
        return (long) all.created() + all.changed();
    }

    private static Forgotten counted(PastImport known) {
        WriteSummary written = known.written();
        return new Forgotten(
                new Counts(
                        written.models().created(),
                        written.derivations().created(),
                        written.benchmarks().created(),
                        written.evaluations().created(),
                        written.recipes().created()),
                new Counts(
                        written.models().changed(),
                        written.derivations().changed(),
                        written.benchmarks().changed(),
                        written.evaluations().changed(),
                        written.recipes().changed()),
                0,
                0,
                0,
                List.of(new Fault(
                        "import " + known.number(),
                        String.format(
                                Locale.ROOT,
                                "has %,d facts, too many to try it out: these are the counts of what it wrote. What others"
                                        + " changed since stays, and models of which others speak stay as stubs",
                                facts(known)))),
                true);
    }

    private static InvalidInputException unknown(String source, List<String> known) {
        List<String> shown = known.subList(0, Math.min(SHOWN, known.size()));
        return new InvalidInputException(
                "What is from \"" + source + "\"",
                List.of(new Fault(
                        source,
                        known.isEmpty()
                                ? "No fact says where it is from"
                                : "No fact is from there. Facts are from: " + String.join(", ", shown)
                                        + (known.size() > SHOWN ? " and " + (known.size() - SHOWN) + " more" : ""))));
    }
}

package org.eyrie.model;

import java.util.List;
import java.util.Optional;

/**
 * What was imported, and how to take it back. Every method may throw {@link StoreUnavailableException}.
 *
 * <p>Taking back goes by what imports wrote. A fact that a later import found as it was, and therefore did not write, goes
 * with the import that brought it; importing again what said it brings it back.
 */
public interface HistoryStore {

    /** How many facts that stay a report lists at most. */
    int LISTED = 1_000;

    /**
     * Imports, the last one first.
     *
     * @param before only those with lower numbers; {@link Long#MAX_VALUE} for all
     * @param limit how many at most, at least one
     */
    List<PastImport> imports(long before, int limit);

    /** The import of that number; empty where there is none. */
    Optional<PastImport> find(long number);

    /** What facts were read from, by name, as far as they say. */
    List<String> sources();

    /**
     * Takes an import back: what it created goes, what it changed is again what it was. What a later import changed since
     * stays as that one left it, and is listed. A model or benchmark of which something else speaks stays as a stub.
     * One that was taken back in part is taken back for the rest.
     *
     * @param dryRun say what would happen, and change nothing
     * @throws UnknownImportException if there is no such import
     * @throws InvalidInputException if it was taken back already
     */
    Forgotten undo(long number, boolean dryRun);

    /**
     * Takes all imports of a source back, the last one first, and whatever else is recorded to be from there.
     *
     * @param source as {@link #sources} names it
     * @throws InvalidInputException if no fact is from there
     */
    Forgotten forget(String source, boolean dryRun);

    /**
     * Forgets what is known of a model: traits, own derivations, scores, recipe and predictions. It stays as a stub where it
     * is the parent of others.
     *
     * @throws UnknownModelException if there is no such model
     */
    Forgotten forget(ModelId model, boolean dryRun);
}

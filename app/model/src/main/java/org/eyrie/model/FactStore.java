package org.eyrie.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where facts are written: one transaction a call, which either happened or did not. */
public interface FactStore {

    /**
     * Writes facts. Writing them again changes nothing.
     *
     * <p>A trait, weight or other detail that is null here does not erase what is known, nor does
     * {@link Relation#UNKNOWN}; {@link Evaluation#orElse} says what a second measurement keeps of the first. Facts
     * that stand twice in one call count once, the last one wins.
     *
     * <p>Facts whose provenance names a run belong to one import, which gets its number with the first of them that changes
     * something, in the same transaction.
     *
     * @throws InvalidInputException if the run's import was taken back meanwhile, or if the setup of a benchmark contradicts the one known for its id; nothing of
     *     {@code facts} is written then
     * @throws LineageCycleException if the derivations, with those already there, would close a cycle; nothing of
     *     {@code facts} is written then
     * @throws StoreUnavailableException if the store does not answer; nothing of {@code facts} is written then, or
     *     all of it where the answer got lost: writing again is safe
     */
    WriteSummary write(Facts facts);

    /**
     * Says that an import has come to its end.
     *
     * @param run what its writes have in common
     * @param finishedAt when
     * @param notes what a person was told, in lines; of more than {@link PastImport#MOST_NOTES} the first ones are kept
     * @return its number; empty where it changed nothing, and so has none
     */
    Optional<Long> end(UUID run, Instant finishedAt, List<String> notes);

    /** A number that grows with every write that created or changed something, and never otherwise. */
    long version();
}

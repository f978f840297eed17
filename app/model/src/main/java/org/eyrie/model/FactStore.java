package org.eyrie.model;

/** Where facts are written: one transaction a call, which either happened or did not. */
public interface FactStore {

    /**
     * Writes facts. Writing them again changes nothing.
     *
     * <p>A trait, weight or other detail that is null here does not erase what is known, nor does
     * {@link Relation#UNKNOWN}; {@link Evaluation#orElse} says what a second measurement keeps of the first. Facts
     * that stand twice in one call count once, the last one wins.
     *
     * @throws InvalidInputException if the setup of a benchmark contradicts the one known for its id; nothing of
     *     {@code facts} is written then
     * @throws LineageCycleException if the derivations, with those already there, would close a cycle; nothing of
     *     {@code facts} is written then
     * @throws StoreUnavailableException if the store does not answer; nothing of {@code facts} is written then, or
     *     all of it where the answer got lost: writing again is safe
     */
    WriteSummary write(Facts facts);

    /** A number that grows with every write that created or changed something, and never otherwise. */
    long version();
}

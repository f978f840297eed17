package org.eyrie.model;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * An import into an empty store, which is taken down beside it and then loaded whole: far faster than one transaction
 * after the other, and all or nothing. Used by one thread at a time.
 */
public interface BulkImport extends AutoCloseable {

    /**
     * Takes facts down, after {@link FactStore#write}'s law.
     *
     * @return what writing them would have done; nothing is in the store yet
     * @throws InvalidInputException as {@link FactStore#write} does
     * @throws StoreUnavailableException if they can't be taken down, for want of room for instance
     */
    WriteSummary write(Facts facts);

    /** Those of the models that were taken down, with what is known of them by now. */
    List<Model> find(Collection<ModelId> ids);

    /**
     * Why what was taken down can't be loaded, a sentence for people: facts that only transactions can put together, or
     * others who work on the store. Empty as long as it can.
     */
    Optional<String> obstacle();

    /**
     * Puts everything into the store, which holds all of it afterwards or nothing.
     *
     * @param finishedAt when the import ended
     * @param notes what a person was told, in lines, as for {@link FactStore#end}
     * @return whether it did; else {@link #obstacle} says why not
     * @throws StoreUnavailableException if loading failed; the store is as it was then
     */
    boolean load(Instant finishedAt, List<String> notes);

    /** The number of the import; empty where it changed nothing, and so has none. */
    Optional<Long> number();

    /** Lets go of what was taken down. Closing twice changes nothing. */
    @Override
    void close();
}

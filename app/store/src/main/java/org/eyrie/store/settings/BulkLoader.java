package org.eyrie.store.settings;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Makes an empty database anew from files, see {@code org.eyrie.store.bulk}. */
public interface BulkLoader extends AutoCloseable {

    /** A folder for the files, there and empty. */
    Path folder();

    /**
     * Loads the files, brings the database back and its schema up to date. Whenever that is broken off, the database is
     * empty or whole.
     *
     * @param stillEmpty asked when nobody else can work on the database any more
     * @return why nothing was loaded, a sentence for people; empty where everything was
     * @throws org.eyrie.model.StoreUnavailableException if loading failed; the database is as it was then
     */
    Optional<String> load(BooleanSupplier stillEmpty);

    /** Deletes the files. Closing twice changes nothing. */
    @Override
    void close();
}

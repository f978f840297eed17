package org.eyrie.server.stores;

import java.util.function.Consumer;

/** Opens the database that a person pointed at. */
public interface SessionOpener {

    /**
     * Opens it, starting it first where it is ours.
     *
     * @param progress gets short lines for people
     * @throws org.eyrie.model.StoreUnavailableException if it does not answer
     * @throws org.eyrie.model.DataFolderInUseException if something else holds the data folder
     * @throws org.eyrie.model.SchemaTooNewException if it was written by a newer version
     */
    Session open(DatabaseChoice choice, Consumer<String> progress);
}

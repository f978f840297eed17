package org.eyrie.server.imports;

import java.time.InstantSource;
import org.eyrie.model.Stores;
import org.eyrie.sources.importing.Importer;

/** Makes importers. */
public final class Importers {

    private Importers() {}

    /** An importer into these stores. */
    public static Importer into(Stores stores, InstantSource clock) {
        return new Importer(stores.facts(), stores.lineage(), stores.scores(), stores.recipes(), clock);
    }
}

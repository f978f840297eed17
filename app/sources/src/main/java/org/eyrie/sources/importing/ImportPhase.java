package org.eyrie.sources.importing;

import java.util.Locale;

/** What an import is doing. */
enum ImportPhase {
    /** Reads everything, writes nothing. */
    CHECKING,
    /** Reads everything again and writes it; in a dry run, works out what would be written. */
    WRITING;

    /** As progress calls it. */
    String step() {
        return name().toLowerCase(Locale.ROOT);
    }
}

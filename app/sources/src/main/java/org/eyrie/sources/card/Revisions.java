package org.eyrie.sources.card;

import org.jspecify.annotations.Nullable;

/** Revisions of data sets as parts of benchmarks' names. */
final class Revisions {

    private static final int SHOWN = 8;

    private Revisions() {}

    /** The beginning of a commit; any other revision as it is; null where there is none, or it is the newest of all. */
    static @Nullable String shortened(@Nullable String revision) {
        if (revision == null || revision.equals("main")) {
            return null;
        }
        return revision.matches("[0-9a-f]{12,64}") ? revision.substring(0, SHOWN) : revision;
    }
}

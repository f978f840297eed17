package org.eyrie.embedded;

import java.io.IOException;
import java.nio.file.Files;

/** A file in the data folder that is there from an unclean end until the store was found sound. */
final class UncheckedMark {

    private static final String TEXT = "The database did not end cleanly and its store was not found sound since.\n";

    private UncheckedMark() {}

    static void set(DataFolder folder) throws IOException {
        Files.writeString(folder.unchecked(), TEXT);
    }

    static boolean isSet(DataFolder folder) {
        return Files.exists(folder.unchecked());
    }

    /** The store was found sound, or another took its place. */
    static void remove(DataFolder folder) throws IOException {
        Files.deleteIfExists(folder.unchecked());
    }
}

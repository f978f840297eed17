package org.eyrie.sources.registry;

import java.io.IOException;
import java.util.Optional;

/** Remembers from one poll to the next how far a registry was read. Losing a cursor costs a full reading, no more. */
public interface CursorStore {

    /** What was saved last under this key; empty where there is nothing. */
    Optional<String> load(String key) throws IOException;

    /** Replaces what was saved under this key, wholly or not at all. */
    void save(String key, String cursor) throws IOException;
}

package org.eyrie.model.development;

/** Whether a search goes on. */
public enum SearchState {
    /** It can be run, or is being run. */
    OPEN,
    /** Somebody asked it to stop; {@code run} takes it up again. */
    STOPPED,
    /** It chose its leader. */
    FINISHED
}

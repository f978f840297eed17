package org.eyrie.server.searching;

/** What a service does with a search. */
public enum SearchActivity {
    /** It runs here. */
    RUNNING,
    /** It waits until another that runs here has ended. */
    QUEUED,
    /** Workers are given its orders when they ask. */
    PULLED,
    /** Nothing; another process may run it. */
    NONE
}

package org.eyrie.server.cli.importing;

/** When an import is loaded whole. */
enum BulkMode {
    /** Where it is large and the database allows it. */
    AUTO,
    /** However small it is; it is refused where the database does not allow it. */
    ALWAYS,
    /** Not at all. */
    NEVER
}

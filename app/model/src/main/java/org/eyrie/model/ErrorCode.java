package org.eyrie.model;

/** What went wrong, for programs. Its words are part of the public surface. */
public enum ErrorCode {
    UNKNOWN_MODEL,
    UNKNOWN_BENCHMARK,
    UNKNOWN_FIT,
    UNKNOWN_JOB,
    UNKNOWN_IMPORT,
    UNKNOWN_SEARCH,
    INVALID_INPUT,
    LINEAGE_CYCLE,
    NO_FIT,
    OUTDATED_FIT,
    NO_FAMILY_EVIDENCE,
    REGISTRY_UNAVAILABLE,
    STORE_UNAVAILABLE,
    SCHEMA_TOO_NEW,
    DATA_FOLDER_IN_USE,
    TOO_MANY_JOBS,
    TOO_MANY_STREAMS,
    TOO_BUSY,
    KEY_REUSED,
    REQUEST_UNDER_WAY,
    CANCELLED
}

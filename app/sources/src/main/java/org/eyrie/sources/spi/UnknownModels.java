package org.eyrie.sources.spi;

/** What happens to an edge or a score of a model that neither the import nor the store names. */
public enum UnknownModels {
    /** The model is created, with nothing known but its name: no edge is lost. */
    BECOME_STUBS,
    /** The edge or score is rejected: the source claims to name all of its models. */
    ARE_REJECTED
}

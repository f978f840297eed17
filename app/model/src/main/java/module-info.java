/**
 * Vocabulary and ports: what the other modules speak with each other.
 *
 * <p>Eyrie runs on the class path, where Java does not look at this; a test of the server keeps every module to it.
 */
module org.eyrie.model {
    requires static transitive org.jspecify;

    exports org.eyrie.model;
    exports org.eyrie.model.access;
    exports org.eyrie.model.development;
    exports org.eyrie.model.job;
    exports org.eyrie.model.memory;
}

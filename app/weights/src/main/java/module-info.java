/**
 * Weights of models as they lie on disk, read in pieces and written so that a killed program goes on where it was.
 *
 * <p>Eyrie runs on the class path, where Java does not look at this; a test of the server keeps every module to it.
 */
module org.eyrie.weights {
    requires static transitive org.jspecify;

    exports org.eyrie.weights;
}

/**
 * How long jobs say how far they are, and how they are cancelled.
 *
 * <p>Eyrie runs on the class path, where Java does not look at this; a test of the server keeps every module to it.
 */
module org.eyrie.task {
    requires static org.jspecify;

    exports org.eyrie.task;
}

/**
 * Small Llamas, run in Java. The package of its name tells what is where.
 *
 * <p>Eyrie runs on the class path, where Java does not look at this; a test of the server keeps every module to it.
 */
module org.eyrie.llama {
    requires static transitive org.jspecify;
    requires org.eyrie.weights;

    exports org.eyrie.llama.files;
    exports org.eyrie.llama.forward;
    exports org.eyrie.llama.items;
    exports org.eyrie.llama.shipped;
}

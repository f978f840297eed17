/**
 * The language in which merges are written: parsed, bounded, made canonical, varied, and run tensor by tensor over whatever
 * holds the weights.
 *
 * <p>Eyrie runs on the class path, where Java does not look at this; a test of the server keeps every module to it.
 */
module org.eyrie.program {
    requires static transitive org.jspecify;
    requires transitive org.eyrie.model;

    exports org.eyrie.program;
    exports org.eyrie.program.effect;
    exports org.eyrie.program.language;
    exports org.eyrie.program.run;
    exports org.eyrie.program.grammar;
    exports org.eyrie.program.mergekit;
    exports org.eyrie.program.variation;
}

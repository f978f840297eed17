/**
 * The search for merges: what is proposed, tried on a few items, learned from, and recorded, without saying where weights lie,
 * who evaluates, or in which database it is kept.
 *
 * <p>Eyrie runs on the class path, where Java does not look at this; a test of the server keeps every module to it.
 */
module org.eyrie.develop {
    requires static transitive org.jspecify;
    requires transitive org.eyrie.model;
    requires transitive org.eyrie.program;
    requires transitive org.eyrie.lrmf;
    requires transitive org.eyrie.task;

    exports org.eyrie.develop.contest;
    exports org.eyrie.develop.foretell;
    exports org.eyrie.develop.loop;
    exports org.eyrie.develop.lesson;
    exports org.eyrie.develop.policy;
    exports org.eyrie.develop.port;
    exports org.eyrie.develop.proposing;
    exports org.eyrie.develop.report;
}

/**
 * The forecasting method, without a database, a server or names: arrays in, forecasts out. The package of its name tells
 * what to read first.
 *
 * <p>What is exported are the questions and the answers. How fields are solved and how parameters are learned of them
 * ({@code linalg}, {@code field}, {@code observation}, {@code statistics}) is not, nor is what trials are made of.
 *
 * <p>Eyrie runs on the class path, where Java does not look at this; a test of the server keeps every module to it. The
 * kernel that wants an incubator module of Java is compiled by itself and asked for by name, so that nothing here needs one.
 */
module org.eyrie.lrmf {
    requires static transitive org.jspecify;
    requires ejml.core;
    requires ejml.ddense;
    requires transitive org.eyrie.task;

    exports org.eyrie.lrmf;
    exports org.eyrie.lrmf.choice;
    exports org.eyrie.lrmf.items;
    exports org.eyrie.lrmf.kinship;
    exports org.eyrie.lrmf.learning;
    exports org.eyrie.lrmf.math;
    exports org.eyrie.lrmf.outcomes;
    exports org.eyrie.lrmf.parts;
    exports org.eyrie.lrmf.posterior;
    exports org.eyrie.lrmf.prior;
    exports org.eyrie.lrmf.problem;
    exports org.eyrie.lrmf.trial.predictor;
    exports org.eyrie.lrmf.trial.protocol;
    exports org.eyrie.lrmf.trial.screening;
}

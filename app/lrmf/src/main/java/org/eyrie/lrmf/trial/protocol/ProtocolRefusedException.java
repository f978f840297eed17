package org.eyrie.lrmf.trial.protocol;

/** The data cannot carry an experiment. The message says what is missing and what would do. */
public final class ProtocolRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProtocolRefusedException(Protocol protocol, String reason) {
        super("Cannot run " + protocol.name() + ": " + reason);
    }
}

package org.eyrie.server.cli;

/** An option's value that only a command can judge: told like any other wrong use of the command line. */
final class WrongUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongUseException(String message) {
        super(message);
    }
}

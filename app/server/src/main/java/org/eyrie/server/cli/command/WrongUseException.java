package org.eyrie.server.cli.command;

/** An option's value that only a command can judge: told like any other wrong use of the command line. */
public final class WrongUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WrongUseException(String message) {
        super(message);
    }
}

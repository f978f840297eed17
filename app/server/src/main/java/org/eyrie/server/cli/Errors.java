package org.eyrie.server.cli;

import org.eyrie.model.EyrieException;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.Interruption;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.out.Terminal;
import org.eyrie.task.CancelledException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns failures into one message and an exit code. */
final class Errors implements IExecutionExceptionHandler {

    private final Terminal terminal;
    private final GlobalOptions globals;
    private final Interruption interruption;

    Errors(Terminal terminal, GlobalOptions globals, Interruption interruption) {
        this.interruption = interruption;
        this.terminal = terminal;
        this.globals = globals;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (globals.debug()) {
            failure.printStackTrace(terminal.err());
        }
        if (failure instanceof WrongUseException wrongUse) {
            terminal.err().println(wrongUse.getMessage());
            terminal.err().println(WrongOptions.tryHelp(command));
            return CommandLine.ExitCode.USAGE;
        }
        if (failure instanceof CancelledException) {
            terminal.err().println(failure.getMessage());
        } else if (interruption.requested()) {
            // The database may be closed by now, which is not what a person who pressed Ctrl-C wants to read about.
            terminal.err().println("Cancelled.");
        } else if (failure instanceof EyrieException expected) {
            terminal.err().println(expected.getMessage());
        } else {
            terminal.err()
                    .println("Unexpected failure: " + failure
                            + (globals.debug() ? "" : "\nRun the command again with --debug to see where."));
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}

package org.eyrie.server.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what the parser refuses as commands tell what they refuse themselves: in a sentence, and where to read more. */
final class WrongOptions implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException refused, String[] arguments) {
        CommandLine command = refused.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(refused.getMessage());
        UnmatchedArgumentException.printSuggestions(refused, err);
        if (isCommandMissing(refused)) {
            command.usage(err);
        } else {
            err.println(tryHelp(command));
        }
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** Where to read more. */
    static String tryHelp(CommandLine command) {
        return "Try \"" + command.getCommandSpec().qualifiedName() + " --help\".";
    }

    /** Such as {@code eyrie export}: the usage is the list of what may follow. */
    private static boolean isCommandMissing(ParameterException refused) {
        return refused.getClass() == ParameterException.class
                && refused.getArgSpec() == null
                && !refused.getCommandLine().getSubcommands().isEmpty();
    }
}

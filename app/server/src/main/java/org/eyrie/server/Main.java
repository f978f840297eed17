package org.eyrie.server;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eyrie.embedded.StandardDataFolder;
import org.eyrie.model.InvalidInputException;
import org.eyrie.server.cli.EyrieCommand;
import org.eyrie.server.cli.SecretFiles;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.Interruption;
import org.eyrie.server.out.Terminal;
import org.eyrie.server.stores.Neo4jOpener;
import org.eyrie.server.stores.Waiting;

/** The program. */
public final class Main {

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String... arguments) {
        // What libraries say in passing is not for people; what goes wrong is.
        Logger.getLogger("").setLevel(Level.WARNING);
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::endWork, "end-work"));
        int exitCode = run(interruption, arguments);
        interruption.workEnded();
        System.exit(exitCode);
    }

    private static int run(Interruption interruption, String... arguments) {
        Terminal terminal = Terminal.ofProcess();
        Map<String, String> environment;
        Waiting waiting;
        try {
            environment = SecretFiles.resolved(System.getenv());
            waiting = Waiting.of(environment);
        } catch (InvalidInputException unreadable) {
            terminal.err().println(unreadable.getMessage());
            return 1;
        }
        Path dataFolder = StandardDataFolder.of(
                environment, Path.of(System.getProperty("user.home")), System.getProperty("os.name"));
        CommandContext context = new CommandContext(
                terminal,
                System.in,
                environment,
                dataFolder,
                new Neo4jOpener(interruption::endWork, waiting),
                Clock.systemUTC(),
                interruption);
        return EyrieCommand.of(context).execute(arguments);
    }
}

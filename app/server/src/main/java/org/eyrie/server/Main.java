package org.eyrie.server;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eyrie.embedded.StandardDataFolder;
import org.eyrie.server.cli.EyrieCommand;
import org.eyrie.server.cli.Workshop;
import org.eyrie.server.out.Terminal;
import org.eyrie.server.stores.Neo4jOpener;

/** The program. */
public final class Main {

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String... arguments) {
        // What libraries say in passing is not for people; what goes wrong is.
        Logger.getLogger("").setLevel(Level.WARNING);
        Map<String, String> environment = System.getenv();
        Path dataFolder = StandardDataFolder.of(
                environment, Path.of(System.getProperty("user.home")), System.getProperty("os.name"));
        Workshop workshop =
                new Workshop(Terminal.ofProcess(), environment, dataFolder, new Neo4jOpener(), Clock.systemUTC());
        System.exit(EyrieCommand.of(workshop).execute(arguments));
    }
}

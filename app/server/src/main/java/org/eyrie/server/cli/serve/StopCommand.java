package org.eyrie.server.cli.serve;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.eyrie.embedded.EmbeddedNeo4j;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.out.ProgressBar;
import picocli.CommandLine.Command;

@Command(
        name = "stop",
        description = {
            "Ends the embedded database that an earlier command left running for the next one.",
            "It ends by itself after three minutes without one; EYRIE_LINGER says another number of seconds, 0 for none."
        },
        footer = {"", "Examples:", "  eyrie stop", "  eyrie stop --data /srv/eyrie"})
public final class StopCommand implements Callable<Integer> {

    private final CommandContext context;
    private final GlobalOptions globals;

    public StopCommand(CommandContext context, GlobalOptions globals) {
        this.context = context;
        this.globals = globals;
    }

    @Override
    public Integer call() {
        Path folder = globals.choice(context).dataFolder();
        try (ProgressBar bar = new ProgressBar(context.terminal())) {
            boolean ran = EmbeddedNeo4j.stopLingering(folder, line -> bar.at(line, 0, 0));
            bar.wipe();
            context.terminal()
                    .out()
                    .println((ran ? "Stopped the database in " : "No database runs in ") + folder + ".");
        }
        return 0;
    }
}

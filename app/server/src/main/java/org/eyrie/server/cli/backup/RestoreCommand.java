package org.eyrie.server.cli.backup;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.eyrie.embedded.Backup;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.Required;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        description = {
            "Makes the embedded database what a backup says, password included.",
            "The folder must be new or empty, or --replace given. Nothing may run on it."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie restore eyrie.zip --data /srv/eyrie-2",
            "  eyrie restore eyrie.zip --replace     # the database that is there is put aside, not deleted"
        })
public final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "What eyrie backup wrote.")
    private @Nullable Path file;

    @Option(names = "--replace", description = "Put a database that is there aside, into the folder's kept.")
    private boolean replace;

    private final CommandContext context;
    private final GlobalOptions globals;

    public RestoreCommand(CommandContext context, GlobalOptions globals) {
        this.context = context;
        this.globals = globals;
    }

    @Override
    public Integer call() {
        Path folder = EmbeddedOnly.folder(globals.choice(context));
        Path source = Required.of(file);
        Backup.restore(source, folder, replace, context.clock().instant()).ifPresent(aside -> context.terminal()
                .out()
                .println("The database that was there lies in " + aside + "; delete it once all is well."));
        context.terminal().out().println("The database in " + folder + " is what " + source + " says.");
        return 0;
    }
}

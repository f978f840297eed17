package org.eyrie.server.cli.backup;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.eyrie.embedded.Backup;
import org.eyrie.model.DataFolderInUseException;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.stores.DatabaseChoice;
import org.eyrie.server.stores.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        description = {
            "Copies the embedded database into one file, also while a service runs it: writers wait meanwhile.",
            "The file holds the database's password and is for its owner's eyes only; one of that name is replaced."
        },
        footer = {"", "Examples:", "  eyrie backup eyrie.zip", "  eyrie backup --data /srv/eyrie /mnt/backups/eyrie.zip"
        })
public final class BackupCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The file to write.")
    private @Nullable Path file;

    private final CommandContext context;
    private final GlobalOptions globals;

    public BackupCommand(CommandContext context, GlobalOptions globals) {
        this.context = context;
        this.globals = globals;
    }

    @Override
    public Integer call() {
        DatabaseChoice choice = globals.choice(context);
        Path folder = EmbeddedOnly.folder(choice);
        Path target = Required.of(file);
        try (ProgressBar bar = new ProgressBar(context.terminal())) {
            bar.at("copying the database", 0, 0);
            try {
                Backup.ofStopped(folder, target);
            } catch (DataFolderInUseException running) {
                try (Session session = context.opener().open(choice, line -> bar.at(line, 0, 0))) {
                    session.whileNobodyWrites(() -> Backup.ofQuiet(folder, target));
                }
            }
        }
        context.terminal()
                .out()
                .println("The database in " + folder + " is in " + target + ". To have it again: eyrie restore "
                        + target + " --data FOLDER");
        return 0;
    }
}

package org.eyrie.server.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "import",
        synopsisSubcommandLabel = "SOURCE",
        description = "Brings models, lineage and scores in. Importing the same again changes nothing.")
final class ImportCommand implements Runnable {

    static CommandLine of(Workshop workshop, GlobalOptions globals) {
        return new CommandLine(new ImportCommand())
                .addSubcommand(new ImportLeaderboardCommand(workshop, globals))
                .addSubcommand(new ImportInstancesCommand(workshop, globals));
    }

    @Override
    public void run() {
        throw new WrongUseException("Import what? One of: leaderboard, instances.");
    }
}

package org.eyrie.server.cli.importing;

import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import picocli.CommandLine.Mixin;

/** A command that imports files. */
abstract class FileImportCommand extends SourceCommand {

    @Mixin
    private ImportSettings settings = new ImportSettings();

    FileImportCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    final ImportMode mode() {
        return settings;
    }
}

package org.eyrie.server.cli;

import picocli.CommandLine.Mixin;

/** A command that imports files. */
abstract class FileImportCommand extends SourceCommand {

    @Mixin
    private ImportSettings settings = new ImportSettings();

    FileImportCommand(Workshop workshop, GlobalOptions globals) {
        super(workshop, globals);
    }

    @Override
    final ImportMode mode() {
        return settings;
    }
}

package org.eyrie.server.cli;

import org.eyrie.server.imports.RegistryFolder;
import org.eyrie.sources.huggingface.Hub;
import picocli.CommandLine.Mixin;

/** A command that imports from a registry. */
abstract class RegistryImportCommand extends SourceCommand {

    @Mixin
    private RegistrySettings settings = new RegistrySettings();

    private final GlobalOptions globals;

    RegistryImportCommand(Workshop workshop, GlobalOptions globals) {
        super(workshop, globals);
        this.globals = globals;
    }

    @Override
    final ImportMode mode() {
        return settings;
    }

    /** Where cursors and caches of registries lie, beside the database. */
    final RegistryFolder folder() {
        return RegistryFolder.of(choice(globals));
    }

    /** @throws WrongUseException if {@code HF_ENDPOINT} is no address */
    final Hub hub() {
        try {
            return network().hub(folder().hubCache());
        } catch (IllegalArgumentException e) {
            throw new WrongUseException("HF_ENDPOINT: " + e.getMessage());
        }
    }
}

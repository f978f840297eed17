package org.eyrie.server.cli.importing;

import java.io.IOException;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.registry.RegistryFolder;
import org.eyrie.server.stores.Session;
import org.eyrie.sources.huggingface.Hub;
import org.eyrie.sources.registry.Acyclic;
import picocli.CommandLine.Mixin;

/** A command that imports from a registry. */
abstract class RegistryImportCommand extends SourceCommand {

    @Mixin
    private RegistrySettings settings = new RegistrySettings();

    private final GlobalOptions globals;

    RegistryImportCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
        this.globals = globals;
    }

    @Override
    final ImportMode mode() {
        return settings;
    }

    /** What a registry says is other people's: an edge that contradicts what is known is left out, and the rest comes in. */
    @Override
    int run(Session session, Importing importing) throws IOException {
        return importing.print(Acyclic.load(importing::load, source(session, importing)));
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

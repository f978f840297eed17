package org.eyrie.server.cli;

import org.eyrie.server.imports.Network;
import org.eyrie.server.imports.RegistryFolder;
import org.eyrie.server.stores.DatabaseChoice;
import org.eyrie.sources.huggingface.Hub;

/** The Hub that a command asks, with the cache of its data folder. */
final class HubOfCommand {

    private HubOfCommand() {}

    /** @throws WrongUseException if {@code HF_ENDPOINT} is no address */
    static Hub open(Workshop workshop, DatabaseChoice choice) {
        try {
            return Network.of(workshop.environment(), workshop.clock())
                    .hub(RegistryFolder.of(choice).hubCache());
        } catch (IllegalArgumentException e) {
            throw new WrongUseException("HF_ENDPOINT: " + e.getMessage());
        }
    }
}

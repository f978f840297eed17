package org.eyrie.server.cli.importing;

import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.sources.huggingface.HubOptions;
import picocli.CommandLine.Option;

/** How far lineage is followed on the Hub. */
final class HubWalkOptions {

    @Option(
            names = "--up",
            paramLabel = "N",
            description = "Generations of ancestors to look up, 0 to 100. Default: ${DEFAULT-VALUE}.")
    private int up = HubOptions.DEFAULT.up();

    @Option(
            names = "--down",
            paramLabel = "N",
            description = "Generations of descendants to look up, 0 to 100. Default: ${DEFAULT-VALUE}.")
    private int down = HubOptions.DEFAULT.down();

    @Option(
            names = "--max-models",
            paramLabel = "N",
            description = "How many models to look up at most, 1 to 100,000. Default: ${DEFAULT-VALUE}.")
    private int maxModels = HubOptions.DEFAULT.maxModels();

    /** @throws WrongUseException if a number is out of bounds */
    HubOptions options() {
        try {
            return new HubOptions(up, down, maxModels);
        } catch (IllegalArgumentException e) {
            throw new WrongUseException(String.valueOf(e.getMessage()));
        }
    }
}

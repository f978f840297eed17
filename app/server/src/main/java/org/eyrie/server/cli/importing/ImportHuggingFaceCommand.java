package org.eyrie.server.cli.importing;

import java.util.List;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.stores.Session;
import org.eyrie.sources.benchmarks.KnownScales;
import org.eyrie.sources.huggingface.HubImport;
import org.eyrie.sources.spi.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "huggingface",
        description = {
            "Models of the Hugging Face Hub with their ancestors and, if asked for, descendants.",
            "Traits, parents, merge recipes and reported scores. HF_TOKEN is used where it is set, HF_ENDPOINT names a mirror.",
            "What nobody may see becomes a stub, so that no edge is lost. Files are kept by revision and not fetched again."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie import huggingface mlabonne/NeuralBeagle14-7B",
            "  eyrie import huggingface mistralai/Mistral-7B-v0.1 --up 0 --down 2 --max-models 500",
            "  eyrie import huggingface acme/mix-7b@ab12cd --dry-run --json"
        })
final class ImportHuggingFaceCommand extends RegistryImportCommand {

    @Parameters(arity = "1..*", paramLabel = "ID", description = "owner/name, or owner/name@revision.")
    private List<String> ids = List.of();

    @Mixin
    private HubWalkOptions walk = new HubWalkOptions();

    ImportHuggingFaceCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected void check() {
        walk.options();
    }

    @Override
    Source source(Session session, Importing importing) {
        return HubImport.of(
                hub(), ids, walk.options(), KnownScales.of(session.stores().scores()));
    }
}

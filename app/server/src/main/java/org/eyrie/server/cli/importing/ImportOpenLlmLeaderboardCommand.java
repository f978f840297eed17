package org.eyrie.server.cli.importing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.stores.Session;
import org.eyrie.sources.openllm.ContentsLineage;
import org.eyrie.sources.openllm.ContentsTable;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.text.Input;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "open-llm-leaderboard",
        description = {
            "The contents table of the Open LLM Leaderboard as people download it, Parquet or CSV: models and raw scores.",
            "Its \"Base Model\" is the root of a chain and no parent; lineage comes from the Hub, if asked for."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie import open-llm-leaderboard contents.parquet",
            "  HF_TOKEN=... eyrie import open-llm-leaderboard contents.parquet --complete-from-hub"
        })
final class ImportOpenLlmLeaderboardCommand extends RegistryImportCommand {

    @Parameters(paramLabel = "FILE|URL", description = "The table, or its address.")
    private @Nullable String file;

    @Option(
            names = "--complete-from-hub",
            description = "Look every model's parents up on the Hub: an hour for the whole table, half with HF_TOKEN.")
    private boolean completeFromHub;

    @Mixin
    private HubWalkOptions walk = new HubWalkOptions();

    ImportOpenLlmLeaderboardCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected void check() {
        WebAddress.of(Required.of(file));
        walk.options();
    }

    @Override
    Source source(Session session, Importing importing) throws IOException {
        URI address = WebAddress.of(Required.of(file));
        Input input = address == null
                ? Input.of(Path.of(Required.of(file)))
                : network().table(address, importing.progress());
        ContentsTable table = new ContentsTable(input);
        return completeFromHub ? ContentsLineage.of(table, hub(), walk.options()) : table;
    }
}

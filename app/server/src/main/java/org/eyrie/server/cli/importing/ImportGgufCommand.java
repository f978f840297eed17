package org.eyrie.server.cli.importing;

import java.net.URI;
import java.nio.file.Path;
import org.eyrie.model.ModelId;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.cli.command.Required;
import org.eyrie.server.stores.Session;
import org.eyrie.sources.gguf.GgufSource;
import org.eyrie.sources.importing.NamedBefore;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.text.Input;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "gguf",
        description = {
            "The header of a GGUF file: which model was converted, and what that was made of.",
            "Of a remote file only the beginning is fetched, by range requests."
        },
        footer = {
            "",
            "Examples:",
            "  eyrie import gguf mix-7b.Q4_K_M.gguf --source acme/mix-7b",
            "  eyrie import gguf https://huggingface.co/acme/mix-7b-GGUF/resolve/main/mix.gguf --model-id acme/mix-7b-GGUF"
        })
final class ImportGgufCommand extends FileImportCommand {

    @Parameters(paramLabel = "FILE|URL", description = "The file, or its address.")
    private @Nullable String file;

    @Option(
            names = "--model-id",
            paramLabel = "ID",
            description = {
                "The model in the file. Default: the repository in the address;",
                "else of a quantised copy the file, of another the model that the header names."
            })
    private @Nullable ModelId model;

    @Option(
            names = "--source",
            paramLabel = "ID",
            description = "The model it was converted from. Default: the one that the header names.")
    private @Nullable ModelId source;

    ImportGgufCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    protected void check() {
        WebAddress.of(Required.of(file));
    }

    @Override
    Source source(Session session, Importing importing) {
        URI address = WebAddress.of(Required.of(file));
        Input input = address == null
                ? Input.of(Path.of(Required.of(file)))
                : network().gguf(address, importing.progress());
        return new NamedBefore(new GgufSource(input, model, source), session.stores());
    }
}

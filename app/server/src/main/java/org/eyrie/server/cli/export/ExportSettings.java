package org.eyrie.server.cli.export;

import java.nio.file.Path;
import java.util.List;
import org.eyrie.model.ModelId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that every export has. */
final class ExportSettings {

    @Option(
            names = "--model",
            paramLabel = "ID",
            description = "Only this model and its ancestors; may be given several times. Default: everything.")
    private List<ModelId> models = List.of();

    @Option(names = "--out", paramLabel = "PATH", description = "Where to write. Default: standard output.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print what was exported as JSON; needs --out.")
    private boolean json;

    List<ModelId> models() {
        return models;
    }

    @Nullable
    Path out() {
        return out;
    }

    boolean json() {
        return json;
    }
}

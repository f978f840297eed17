package org.eyrie.server.registry;

import java.util.List;
import java.util.Optional;
import org.eyrie.model.RegistryUnavailableException;
import org.eyrie.model.ScoreStore;
import org.eyrie.model.WriteSummary;
import org.eyrie.sources.benchmarks.KnownScales;
import org.eyrie.sources.huggingface.Hub;
import org.eyrie.sources.huggingface.HubImport;
import org.eyrie.sources.huggingface.HubOptions;
import org.eyrie.sources.huggingface.HubWebhook;
import org.eyrie.sources.importing.Importer;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.spi.ImportReport;
import org.eyrie.task.Progress;
import org.jspecify.annotations.Nullable;

/** Reads models again that the Hub says have changed. */
public final class HubEvents {

    /** What such jobs are called; the task is the model's name. Reading a model twice changes nothing. */
    public static final String KIND = "import-huggingface";

    private final @Nullable Hub hub;
    private final ScoreStore scores;
    private final Importer importer;

    public HubEvents(@Nullable Hub hub, ScoreStore scores, Importer importer) {
        this.hub = hub;
        this.scores = scores;
        this.importer = importer;
    }

    /** The model that an event makes worth a look; empty for data sets, discussions, and what was deleted. */
    public static Optional<String> model(Optional<HubWebhook.Event> event) {
        return event.filter(found -> found.repoType().equals("model"))
                .filter(found -> found.scope().startsWith("repo"))
                .filter(found -> !found.action().equals("delete"))
                .map(HubWebhook.Event::repoName);
    }

    /**
     * Reads a model and its ancestors.
     *
     * @return what became of it, in a few words
     */
    public String read(String model, Progress progress) {
        if (hub == null) {
            throw new RegistryUnavailableException("The service was started without a Hub to ask.", null);
        }
        ImportReport report = importer.run(
                HubImport.of(hub, List.of(model), HubOptions.DEFAULT, KnownScales.of(scores)),
                ImportOptions.DEFAULT.withSkipBadRows(true),
                progress);
        WriteSummary written = report.written();
        return model + ": " + (written.models().created() + written.models().changed()) + " models, "
                + (written.derivations().created() + written.derivations().changed())
                + " derivations new or changed, " + report.rejectedRows() + " rows rejected";
    }
}

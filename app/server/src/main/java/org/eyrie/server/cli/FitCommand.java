package org.eyrie.server.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eyrie.model.Fit;
import org.eyrie.server.fit.FitSettings;
import org.eyrie.server.fit.Fitting;
import org.eyrie.server.json.Json;
import org.eyrie.server.out.ProgressBar;
import org.eyrie.server.stores.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "fit",
        description = "Learns from everything in the database and predicts every score of every model.",
        footer = {"", "Examples:", "  eyrie fit", "  eyrie fit --seed 7 --json"})
final class FitCommand extends DatabaseCommand {

    @Option(names = "--seed", paramLabel = "N", description = "Equal seeds give equal fits. Default: ${DEFAULT-VALUE}.")
    private long seed = FitSettings.USUAL.seed();

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean json;

    FitCommand(Workshop workshop, GlobalOptions globals) {
        super(workshop, globals);
    }

    @Override
    int run(Session session, ProgressBar bar) {
        long start = System.nanoTime();
        Fitting fitting = new Fitting(session.stores(), workshop().clock());
        Fit fit = fitting.fit(new FitSettings(seed), (phase, done, total) -> {
            bar.at(phase, done, total);
            return !Thread.currentThread().isInterrupted();
        });
        bar.wipe();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (json) {
            Map<String, Object> summary = new LinkedHashMap<>();
            summary.put("fit", fit.id());
            summary.put("seconds", seconds);
            summary.put("seed", fit.seed());
            summary.put("dataVersion", fit.dataVersion());
            summary.put("dataFingerprint", fit.dataFingerprint());
            summary.put("logLikelihood", fit.logLikelihood());
            summary.put("stopReason", fit.stopReason());
            terminal().out().println(Json.pretty(summary));
        } else {
            terminal()
                    .out()
                    .printf(
                            Locale.ROOT,
                            "Fit %s: %s after %.1f s, log-likelihood %.1f%n",
                            fit.id(),
                            fit.stopReason().toLowerCase(Locale.ROOT),
                            seconds,
                            fit.logLikelihood());
        }
        return 0;
    }
}

package org.eyrie.sources.inspect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eyrie.model.ModelId;
import org.eyrie.sources.evaluations.FoundFiles;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.spi.UnreadableException;
import org.jspecify.annotations.Nullable;

/**
 * Logs of Inspect, {@code .json} or {@code .eval}: a task, a model, and for each scorer its metrics, with what became of
 * every sample.
 *
 * <p>Metric, scorer, version of the task and shots, where an argument of the task says them, are part of the benchmark. A
 * sample is known by its id. Runs over chosen samples are taken where the log holds these, as runs of those.
 */
public final class InspectSource implements Source {

    private static final Pattern START = Pattern.compile(
            "(?s)\\s*\\{\\s*(\"version\"\\s*:\\s*\\d+\\s*,\\s*)?\"status\"\\s*:\\s*\"\\w+\"\\s*,\\s*\"eval\"\\s*:\\s*\\{.*");

    private final List<Path> paths;
    private final @Nullable ModelId model;
    private final boolean allowPartial;

    /**
     * @param paths files, and folders to be searched
     * @param model whose logs they are, null to believe them
     * @param allowPartial whether scores on a part of the samples are taken where the log does not hold these
     */
    public InspectSource(List<Path> paths, @Nullable ModelId model, boolean allowPartial) {
        this.paths = List.copyOf(paths);
        this.model = model;
        this.allowPartial = allowPartial;
    }

    /** Whether a file is a log written as JSON, by its first characters; one with the name {@code .eval} is always one. */
    public static boolean looksLike(String start) {
        return START.matcher(start).matches();
    }

    @Override
    public String name() {
        return paths.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    @Override
    public void read(FactSink sink) throws IOException {
        List<Path> files = FoundFiles.under(
                paths,
                file -> isPacked(file) || (String.valueOf(file).endsWith(".json") && looksLike(FoundFiles.start(file))),
                "logs of Inspect");
        for (int at = 0; at < files.size(); at++) {
            Path file = files.get(at);
            Place place = Place.of(file.toString());
            Map<String, Object> log = isPacked(file) ? PackedLog.read(file) : FoundFiles.json(file);
            if (!(log.get("eval") instanceof Map)) {
                throw new UnreadableException(place, "It has no object \"eval\": this is no log of Inspect");
            }
            new InspectLog(log, place, model).read(allowPartial, sink);
            sink.reached(at + 1, files.size());
        }
    }

    private static boolean isPacked(Path file) {
        return String.valueOf(file).endsWith(".eval");
    }
}

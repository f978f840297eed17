package org.eyrie.sources.everyeval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eyrie.model.ModelId;
import org.eyrie.sources.conventions.ModelPaths;
import org.eyrie.sources.conventions.NamedModel;
import org.eyrie.sources.evaluations.FoundFiles;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.tree.ParsedTree;
import org.jspecify.annotations.Nullable;

/**
 * Records of <a href="https://github.com/evaleval/every_eval_ever">Every Eval Ever</a>, schema 0.2: a file for a model and a
 * run, with a result for each evaluation. HELM, Inspect, lm-evaluation-harness and leaderboards are converted to it.
 */
public final class EveryEvalSource implements Source {

    private static final Pattern START =
            Pattern.compile("(?s)\\s*\\{(?=.*\"schema_version\"\\s*:)(?=.*\"evaluation_id\"\\s*:).*");

    private final List<Path> paths;
    private final @Nullable ModelId model;
    private final boolean allowPartial;

    /**
     * @param paths files, and folders to be searched
     * @param model whose records they are, null to believe them
     * @param allowPartial whether results on a part of the samples are taken
     */
    public EveryEvalSource(List<Path> paths, @Nullable ModelId model, boolean allowPartial) {
        this.paths = List.copyOf(paths);
        this.model = model;
        this.allowPartial = allowPartial;
    }

    /** Whether a file is a record, by its first characters. */
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
                file -> String.valueOf(file).endsWith(".json") && looksLike(FoundFiles.start(file)),
                "records of Every Eval Ever");
        for (int at = 0; at < files.size(); at++) {
            read(files.get(at), sink);
            sink.reached(at + 1, files.size());
        }
    }

    private void read(Path file, FactSink sink) throws IOException {
        Place place = Place.of(file.toString());
        Map<String, Object> tree = FoundFiles.json(file);
        if (!(tree.get("evaluation_results") instanceof List<?> results)) {
            throw new UnreadableException(
                    place, "It has no list \"evaluation_results\": this is no record of Every Eval Ever");
        }
        EvaluationRecord record = new EvaluationRecord(tree, place, modelOf(tree, place), sink);
        for (int at = 0; at < results.size(); at++) {
            if (results.get(at) instanceof Map<?, ?> result) {
                record.add(at + 1, ParsedTree.object(result), allowPartial);
            } else {
                sink.reject(place, "Result " + (at + 1) + " must be an object");
            }
        }
    }

    private NamedModel modelOf(Map<String, Object> tree, Place place) throws UnreadableException {
        if (model != null) {
            return new NamedModel(model, null);
        }
        try {
            if (ParsedTree.at(tree, "model_info", "id") instanceof String id) {
                return ModelPaths.read(id);
            }
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(place, "model_info.id: " + e.getMessage());
        }
        throw new UnreadableException(
                place, "model_info.id does not say which model this is. Name it, for example with --model-id org/name");
    }
}

package org.eyrie.sources.lmeval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eyrie.model.ModelId;
import org.eyrie.sources.conventions.ModelPaths;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.spi.UnreadableException;
import org.jspecify.annotations.Nullable;

/**
 * Output of lm-evaluation-harness: {@code results_<time>.json}, and beside it {@code samples_<task>_<time>.jsonl}
 * with what became of every item.
 *
 * <p>A score is taken where it is a share of successes: between 0 and 1, higher is better. Other metrics, such as
 * perplexity, are noted and left out. Task version, number of shots, filter and chat template are part of the
 * benchmark, so that runs that cannot be compared never share one.
 */
public final class LmEvalSource implements Source {

    private final List<Path> paths;
    private final @Nullable ModelId model;
    private final boolean allowPartial;

    /**
     * @param paths files and folders; folders are searched
     * @param model whose results they are, null to believe the files, which name what the harness was given
     * @param allowPartial whether runs over a part of the items are taken where nothing says which those were; where their
     *     samples name them they are taken anyway
     */
    public LmEvalSource(List<Path> paths, @Nullable ModelId model, boolean allowPartial) {
        this.paths = List.copyOf(paths);
        this.model = model;
        this.allowPartial = allowPartial;
    }

    @Override
    public String name() {
        return paths.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String origin() {
        return paths.stream()
                .map(path -> path.toAbsolutePath().normalize().toString())
                .collect(Collectors.joining(", "));
    }

    @Override
    public void read(FactSink sink) throws IOException {
        RunFiles files = RunFiles.under(paths);
        if (files.isEmpty()) {
            throw new UnreadableException(
                    Place.of(name()), "There are no files results_<time>.json or samples_<task>_<time>.jsonl here");
        }
        WholeFiles whole = new WholeFiles(sink, files.bytes());
        PartialEvaluations partial = new PartialEvaluations(sink);
        for (RunFiles.Run run : files.runs()) {
            List<Results> all = run.results() == null ? List.of(Results.none(model)) : Results.of(run.results(), model);
            for (Results results : all) {
                boolean last = results == all.get(all.size() - 1);
                read(last ? run : run.withoutItems(), results, whole, partial, sink);
            }
            whole.add(run.results());
        }
        partial.flush();
    }

    private void read(RunFiles.Run run, Results results, WholeFiles whole, PartialEvaluations partial, FactSink sink)
            throws IOException {
        Place place = Place.of(run.place());
        ModelId evaluated = results.model();
        if (evaluated == null) {
            throw new UnreadableException(
                    place, "The file does not say which model this is. Name it, for example with --model-id org/name");
        }
        if (model == null) {
            ModelPaths.remark(evaluated).ifPresent(remark -> sink.note(place, remark));
        }
        RunScores scores = new RunScores(results, evaluated, place, sink);
        for (Path samples : run.samples()) {
            Samples.read(samples, results.filters(RunFiles.task(samples)), scores, sink, whole.done, whole.total);
            whole.add(samples);
        }
        for (Path list : run.lists()) {
            String task = results.taskAtTheEndOf(RunFiles.withoutEnding(list));
            if (task == null) {
                sink.note(Place.of(list.toString()), "It was left out: its name ends with no task of " + place);
            } else {
                Samples.readList(list, task, results.filters(task), scores, sink);
            }
            whole.add(list);
        }
        for (Path details : run.details()) {
            Samples.readDetails(details, results.task(RunFiles.detailed(details)), scores, sink);
            whole.add(details);
        }
        if (!allowPartial && !scores.unidentified().isEmpty()) {
            throw new UnreadableException(
                    place,
                    "This run saw only a part of the items of "
                            + String.join(", ", new TreeSet<>(scores.unidentified()))
                            + ", so that its scores cannot be compared, and no samples beside it say which items those"
                            + " were (log_samples writes them). Take it all the same with --allow-partial");
        }
        scores.flush(allowPartial, partial);
    }

    /** Counts the bytes of whole files. */
    private static final class WholeFiles {

        private final FactSink sink;
        private final long total;
        private long done;

        WholeFiles(FactSink sink, long total) {
            this.sink = sink;
            this.total = total;
        }

        void add(@Nullable Path file) {
            if (file != null) {
                done += file.toFile().length();
                sink.reached(done, total);
            }
        }
    }
}

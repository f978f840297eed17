package org.eyrie.server.merging;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.program.Program;
import org.eyrie.program.run.Execution;
import org.eyrie.program.run.TensorPlace;
import org.eyrie.server.out.FileTrouble;
import org.eyrie.task.Progress;
import org.eyrie.weights.Compatibility;
import org.eyrie.weights.MergeWriter;
import org.eyrie.weights.UnusableWeightsException;
import org.eyrie.weights.WeightsFault;
import org.eyrie.weights.WeightsFolder;

/** Applies a program to a base and its parents and writes the model that comes of it. */
public final class FolderMerge {

    /**
     * What came of it.
     *
     * @param tensors how many the model has
     * @param shards how many files
     * @param resumed how many of them were there from an earlier run of the same merge
     * @param notes what is no fault and yet worth knowing
     */
    public record Outcome(int tensors, int shards, int resumed, List<Fault> notes) {}

    private final Program program;
    private final List<Path> folders;
    private final Path out;
    private final long shard;
    private final int threads;

    /**
     * Of a base and parents.
     *
     * @param shard bytes of a file at most, unless a tensor has more
     */
    public FolderMerge(Program program, Path base, List<Path> parents, Path out, long shard) {
        this(program, base, parents, out, shard, Runtime.getRuntime().availableProcessors());
    }

    FolderMerge(Program program, Path base, List<Path> parents, Path out, long shard, int threads) {
        this.program = program;
        this.folders = new ArrayList<>(parents);
        this.folders.add(0, base);
        this.out = out;
        this.shard = shard;
        this.threads = threads;
    }

    /**
     * Merges, going on where the same merge was broken off.
     *
     * @throws InvalidInputException if the models do not fit each other or the program, are damaged, or cannot be written
     */
    public Outcome run(Progress progress) {
        List<Fault> faults = program.needs().refusals(folders.size() - 1);
        if (!faults.isEmpty()) {
            throw new InvalidInputException("The merge", faults);
        }
        List<WeightsFolder> models = new ArrayList<>();
        try {
            try {
                for (Path folder : folders) {
                    models.add(WeightsFolder.open(folder));
                }
                return written(models, progress);
            } finally {
                for (WeightsFolder model : models) {
                    model.close();
                }
            }
        } catch (UnusableWeightsException e) {
            throw new InvalidInputException("The merge", faults(e.faults()));
        } catch (FileSystemException e) {
            throw new InvalidInputException(
                    "The merge",
                    List.of(new Fault(
                            String.valueOf(e.getFile()), "It cannot be read or written: " + FileTrouble.of(e) + ".")));
        } catch (IOException e) {
            throw new InvalidInputException(
                    "The merge", List.of(new Fault(out.toString(), String.valueOf(e.getMessage()))));
        }
    }

    private Outcome written(List<WeightsFolder> models, Progress progress) throws IOException {
        WeightsFolder base = models.get(0);
        List<WeightsFault> notes = Compatibility.check(base, models.subList(1, models.size()));
        int layers = TensorPlace.layers(base.tensors().keySet());
        Execution execution = new Execution(program.graph(), () -> {
            progress.check();
            return false;
        });
        int[] counts = new int[2];
        AtomicInteger begun = new AtomicInteger();
        int all = base.tensors().size();
        try (MergeWriter writer = MergeWriter.open(out, merge(models), base, shard)) {
            writer.write(
                    (tensor, sink) -> {
                        progress.at(tensor.name(), begun.getAndIncrement(), all);
                        TensorPlace place = TensorPlace.of(tensor.name(), layers);
                        execution.run(new FolderGroup(tensor, place, models), sink::write);
                    },
                    threads,
                    (name, number, of, resumed) -> {
                        counts[0] = of;
                        counts[1] += resumed ? 1 : 0;
                    });
        }
        return new Outcome(all, counts[0], counts[1], faults(notes));
    }

    /** What this merge is: text, not id, as seeds and all digits matter to tensors. */
    private String merge(List<WeightsFolder> models) throws IOException {
        StringBuilder merge = new StringBuilder(program.text());
        for (WeightsFolder model : models) {
            merge.append(" | ").append(model.fingerprint());
        }
        return merge.toString();
    }

    private static List<Fault> faults(List<WeightsFault> faults) {
        return faults.stream()
                .map(fault -> new Fault(fault.where(), fault.reason()))
                .collect(Collectors.toList());
    }
}

package org.eyrie.server.merging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eyrie.develop.port.MergeMaker;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.development.MergeEffect;
import org.eyrie.program.Program;
import org.eyrie.program.effect.EffectReader;
import org.eyrie.program.effect.SampledRows;
import org.eyrie.program.run.Execution;
import org.eyrie.program.run.TensorGroup;
import org.eyrie.program.run.TensorPlace;
import org.eyrie.server.out.FileTrouble;
import org.eyrie.task.Progress;
import org.eyrie.weights.Compatibility;
import org.eyrie.weights.TensorInfo;
import org.eyrie.weights.UnusableWeightsException;
import org.eyrie.weights.WeightsFolder;

/**
 * Says what programs do to weights that lie in folders, by a merge that nobody keeps. Of large models on a sample of every
 * tensor's rows: a tenth moves weights by some .006.
 */
public final class FolderMaker implements MergeMaker {

    /** Elements that are merged for one description, or all there are. */
    private static final long ENOUGH = 20_000_000;

    private static final int LARGEST_STEP = 100;

    private final List<Path> folders;

    public FolderMaker(Path base, List<Path> parents) {
        this.folders = new ArrayList<>(parents);
        this.folders.add(0, base);
    }

    @Override
    public MergeEffect describe(Program program) {
        return merge(program).effect();
    }

    /** The same with what it is as a whole. */
    public FolderEffect merge(Program program) {
        List<WeightsFolder> models = new ArrayList<>();
        try {
            try {
                for (Path folder : folders) {
                    models.add(WeightsFolder.open(folder));
                }
                Compatibility.check(models.get(0), models.subList(1, models.size()));
                return described(program, models);
            } finally {
                for (WeightsFolder model : models) {
                    model.close();
                }
            }
        } catch (UnusableWeightsException e) {
            throw refused(e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static InvalidInputException refused(UnusableWeightsException e) {
        return new InvalidInputException(
                "The search",
                e.faults().stream()
                        .map(fault -> new Fault(fault.where(), fault.reason()))
                        .toList());
    }

    private InvalidInputException unreadable(IOException e) {
        return new InvalidInputException(
                "The search",
                List.of(new Fault(folders.get(0).toString(), "It cannot be read: " + FileTrouble.of(e) + ".")));
    }

    /** The effect of another model on disk on the same parents, of the same rows. */
    public FolderEffect read(Path model, Progress progress) {
        int step;
        try (WeightsFolder base = WeightsFolder.open(folders.get(0))) {
            step = step(merged(base));
        } catch (UnusableWeightsException e) {
            throw refused(e);
        } catch (IOException e) {
            throw unreadable(e);
        }
        return FolderEffect.of(model, folders.get(0), folders.subList(1, folders.size()), step, progress);
    }

    private static List<TensorInfo> merged(WeightsFolder base) {
        return base.inOrder().stream().filter(tensor -> tensor.dtype().merged()).toList();
    }

    private static int step(List<TensorInfo> tensors) {
        long elements = tensors.stream().mapToLong(TensorInfo::size).sum();
        return (int) Math.min(LARGEST_STEP, Math.max(1, elements / ENOUGH));
    }

    private static FolderEffect described(Program program, List<WeightsFolder> models) throws IOException {
        List<TensorInfo> tensors = merged(models.get(0));
        int step = step(tensors);
        int layers = TensorPlace.layers(models.get(0).tensors().keySet());
        EffectReader reader = new EffectReader(models.size() - 1);
        Execution execution = new Execution(program.graph(), () -> false);
        for (TensorInfo tensor : tensors) {
            TensorPlace place = TensorPlace.of(tensor.name(), layers);
            TensorGroup group = SampledRows.of(new FolderGroup(tensor, place, models), step);
            execution.run(group, reader.of(group));
        }
        return new FolderEffect(reader.effect(), reader.whole());
    }
}

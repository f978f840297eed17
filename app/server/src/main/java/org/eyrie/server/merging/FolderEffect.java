package org.eyrie.server.merging;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.development.MergeEffect;
import org.eyrie.program.effect.EffectReader;
import org.eyrie.program.effect.SampledRows;
import org.eyrie.program.effect.WholeEffect;
import org.eyrie.program.run.Execution;
import org.eyrie.program.run.TensorGroup;
import org.eyrie.program.run.TensorPlace;
import org.eyrie.program.run.TensorSink;
import org.eyrie.task.Progress;
import org.eyrie.weights.Compatibility;
import org.eyrie.weights.TensorInfo;
import org.eyrie.weights.UnusableWeightsException;
import org.eyrie.weights.WeightsFolder;

/**
 * What a model on disk does to parents that it may have been merged from.
 *
 * @param effect group by group
 * @param whole of the model as a whole
 */
public record FolderEffect(MergeEffect effect, WholeEffect whole) {

    private static final String WHAT = "The description";

    /**
     * Reads it off the tensors, in one pass.
     *
     * @param base what parents were made from
     * @param step 1 for all rows of every tensor, 10 for a tenth
     * @throws InvalidInputException if models do not fit each other or are damaged
     */
    public static FolderEffect of(Path model, Path base, List<Path> parents, int step, Progress progress) {
        List<Path> folders = new ArrayList<>(parents);
        folders.add(0, base);
        folders.add(model);
        List<WeightsFolder> opened = new ArrayList<>();
        try {
            try {
                for (Path folder : folders) {
                    opened.add(WeightsFolder.open(folder));
                }
                Compatibility.check(opened.get(0), opened.subList(1, opened.size()));
                return read(opened.get(opened.size() - 1), opened.subList(0, opened.size() - 1), step, progress);
            } finally {
                for (WeightsFolder folder : opened) {
                    folder.close();
                }
            }
        } catch (UnusableWeightsException e) {
            throw new InvalidInputException(
                    WHAT,
                    e.faults().stream()
                            .map(fault -> new Fault(fault.where(), fault.reason()))
                            .toList());
        } catch (FileSystemException e) {
            throw new InvalidInputException(
                    WHAT, List.of(new Fault(String.valueOf(e.getFile()), "It cannot be read: " + e.getReason())));
        } catch (IOException e) {
            throw new InvalidInputException(WHAT, List.of(new Fault(model.toString(), String.valueOf(e.getMessage()))));
        }
    }

    private static FolderEffect read(WeightsFolder merged, List<WeightsFolder> models, int step, Progress progress)
            throws IOException {
        EffectReader reader = new EffectReader(models.size() - 1);
        List<TensorInfo> tensors = models.get(0).inOrder().stream()
                .filter(tensor -> tensor.dtype().merged())
                .toList();
        int layers = TensorPlace.layers(models.get(0).tensors().keySet());
        float[] buffer = new float[Execution.PIECE];
        for (int number = 0; number < tensors.size(); number++) {
            progress.at(tensors.get(number).name(), number, tensors.size());
            TensorPlace place = TensorPlace.of(tensors.get(number).name(), layers);
            TensorGroup own = SampledRows.of(new FolderGroup(tensors.get(number), place, List.of(merged)), step);
            TensorSink sink = reader.of(SampledRows.of(new FolderGroup(tensors.get(number), place, models), step));
            long size = own.rows() * own.columns();
            for (long from = 0; from < size; from += buffer.length) {
                progress.check();
                int count = (int) Math.min(buffer.length, size - from);
                own.read(0, from, buffer, count);
                sink.write(buffer, count);
            }
        }
        return new FolderEffect(reader.effect(), reader.whole());
    }
}

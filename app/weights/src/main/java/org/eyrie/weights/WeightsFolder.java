package org.eyrie.weights;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A model's folder: {@code model.safetensors}, or shards with {@code model.safetensors.index.json}. */
public final class WeightsFolder implements Closeable {

    static final String SINGLE = "model.safetensors";
    static final String INDEX = "model.safetensors.index.json";

    private final Path folder;
    private final List<SafetensorsFile> files;
    private final Map<String, SafetensorsFile> fileOf;
    private final Map<String, TensorInfo> tensors;

    private WeightsFolder(
            Path folder,
            List<SafetensorsFile> files,
            Map<String, SafetensorsFile> fileOf,
            Map<String, TensorInfo> tensors) {
        this.folder = folder;
        this.files = files;
        this.fileOf = fileOf;
        this.tensors = tensors;
    }

    /**
     * Opens it and checks every header; tensors themselves are read when they are asked for.
     *
     * @throws UnusableWeightsException if it is not there, damaged, or of another format
     */
    public static WeightsFolder open(Path folder) throws IOException {
        if (Files.exists(folder.resolve(MergeJournal.NAME))) {
            throw new UnusableWeightsException(
                    folder.toString(), "A merge was begun there and has not ended. Merge again, and it goes on.");
        }
        Map<String, String> index = ShardIndex.read(folder);
        List<SafetensorsFile> files = new ArrayList<>();
        try {
            List<String> names = index.isEmpty()
                    ? List.of(single(folder))
                    : index.values().stream().distinct().sorted().toList();
            List<WeightsFault> faults = new ArrayList<>();
            for (String name : names) {
                try {
                    files.add(SafetensorsFile.open(folder.resolve(name)));
                } catch (UnusableWeightsException e) {
                    faults.addAll(e.faults());
                }
            }
            if (!faults.isEmpty()) {
                throw new UnusableWeightsException(faults);
            }
            return gathered(folder, files, index);
        } catch (IOException | RuntimeException e) {
            for (SafetensorsFile file : files) {
                file.close();
            }
            throw e;
        }
    }

    private static WeightsFolder gathered(Path folder, List<SafetensorsFile> files, Map<String, String> index)
            throws UnusableWeightsException {
        Map<String, SafetensorsFile> fileOf = new LinkedHashMap<>();
        Map<String, TensorInfo> tensors = new TreeMap<>();
        List<WeightsFault> faults = new ArrayList<>();
        for (SafetensorsFile file : files) {
            for (TensorInfo tensor : file.tensors()) {
                SafetensorsFile other = fileOf.put(tensor.name(), file);
                tensors.put(tensor.name(), tensor);
                if (other != null) {
                    faults.add(new WeightsFault(
                            file.path().toString(),
                            "It has " + tensor.name() + ", which "
                                    + other.path().getFileName()
                                    + " has too: the shards are not of one model. Fetch the folder again."));
                }
            }
        }
        ShardIndex.check(folder, index, fileOf, faults);
        if (!faults.isEmpty()) {
            throw new UnusableWeightsException(faults.subList(0, Math.min(20, faults.size())));
        }
        return new WeightsFolder(folder, files, fileOf, tensors);
    }

    private static String single(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new UnusableWeightsException(folder.toString(), "There is no such folder.");
        }
        if (Files.exists(folder.resolve(SINGLE))) {
            return SINGLE;
        }
        List<String> found;
        try (Stream<Path> all = Files.list(folder)) {
            found = all.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".safetensors") || name.endsWith(".bin") || name.endsWith(".gguf"))
                    .sorted()
                    .toList();
        }
        if (found.size() == 1
                && found.get(0).endsWith(".safetensors")
                && !found.get(0).startsWith("adapter")) {
            return found.get(0);
        }
        throw new UnusableWeightsException(
                folder.toString(),
                "It has neither " + SINGLE + " nor " + INDEX
                        + (found.isEmpty() ? "" : "; there is " + String.join(", ", found))
                        + ". Save the model with save_pretrained(..., safe_serialization=True).");
    }

    public Path folder() {
        return folder;
    }

    /** All tensors by name. */
    public Map<String, TensorInfo> tensors() {
        return tensors;
    }

    /** All tensors, file by file as they lie, which is the order in which reading is quickest. */
    public List<TensorInfo> inOrder() {
        return files.stream().flatMap(file -> file.tensors().stream()).toList();
    }

    /**
     * Reads elements in row-major order. Several threads may do so at once.
     *
     * @param from the first element, from 0
     * @throws UnusableWeightsException if one of them is not finite
     */
    public void read(String name, long from, float[] into, int count) throws IOException {
        file(name).floats(info(name), from, into, count);
        int broken = ElementCodec.notFinite(into, count);
        if (broken >= 0) {
            throw new UnusableWeightsException(
                    file(name).path() + ", tensor " + name,
                    "Element " + (from + broken) + " is " + into[broken]
                            + ". The model is broken there: leave it out, or take another version of it.");
        }
    }

    /** Where its files are, how long, and when they were written: what changes when the model does. */
    public String fingerprint() throws IOException {
        StringBuilder fingerprint = new StringBuilder(folder.toRealPath().toString());
        for (SafetensorsFile file : files) {
            fingerprint
                    .append(' ')
                    .append(file.path().getFileName())
                    .append(' ')
                    .append(Files.size(file.path()))
                    .append(' ')
                    .append(Files.getLastModifiedTime(file.path()).toMillis());
        }
        return fingerprint.toString();
    }

    SafetensorsFile file(String name) {
        SafetensorsFile file = fileOf.get(name);
        if (file == null) {
            throw new IllegalArgumentException(folder + " has no tensor " + name);
        }
        return file;
    }

    TensorInfo info(String name) {
        TensorInfo info = tensors.get(name);
        if (info == null) {
            throw new IllegalArgumentException(folder + " has no tensor " + name);
        }
        return info;
    }

    @Override
    public void close() throws IOException {
        for (SafetensorsFile file : files) {
            file.close();
        }
    }
}

package org.eyrie.weights;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a safetensors file says it holds, checked against how long the file is. Nothing of a file whose header lies is
 * believed: offsets must follow each other without gap or overlap up to the end, and sizes match shapes.
 */
final class SafetensorsHeader {

    static final String METADATA = "__metadata__";
    private static final int FAULTS = 20;

    private final String file;
    private final List<WeightsFault> faults = new ArrayList<>();
    private final Map<String, TensorInfo> tensors = new LinkedHashMap<>();

    private SafetensorsHeader(String file) {
        this.file = file;
    }

    /**
     * The tensors, by offset.
     *
     * @param bytes how many bytes of the file are behind the header
     */
    static List<TensorInfo> read(String file, String json, long bytes) throws UnusableWeightsException {
        SafetensorsHeader header = new SafetensorsHeader(file);
        Object parsed;
        try {
            parsed = JsonReader.read(json);
        } catch (JsonReader.BadJson e) {
            throw new UnusableWeightsException(
                    file, "The header is damaged: " + e.getMessage() + ". Fetch the file again.");
        }
        if (!(parsed instanceof Map<?, ?> entries)) {
            throw new UnusableWeightsException(file, "The header is no JSON object. Is it a safetensors file?");
        }
        entries.forEach((name, entry) -> header.entry(String.valueOf(name), entry));
        List<TensorInfo> ordered = header.tensors.values().stream()
                .sorted(Comparator.comparingLong(TensorInfo::begin).thenComparingLong(TensorInfo::end))
                .toList();
        if (header.faults.isEmpty()) {
            header.coverage(ordered, bytes);
        }
        if (!header.faults.isEmpty()) {
            throw new UnusableWeightsException(header.faults);
        }
        return ordered;
    }

    private void entry(String name, Object entry) {
        if (name.equals(METADATA)) {
            return;
        }
        if (!(entry instanceof Map<?, ?> fields)) {
            fault(name, "its entry is no object");
            return;
        }
        Optional<Dtype> dtype = Dtype.named(String.valueOf(fields.get("dtype")));
        List<Long> shape = longs(fields.get("shape"));
        List<Long> offsets = longs(fields.get("data_offsets"));
        if (dtype.isEmpty()) {
            fault(name, "its dtype is " + fields.get("dtype") + ", which this version does not read");
            return;
        }
        if (shape == null || shape.stream().anyMatch(dimension -> dimension < 0)) {
            fault(name, "its shape " + fields.get("shape") + " is no list of sizes");
            return;
        }
        if (offsets == null || offsets.size() != 2 || offsets.get(0) < 0 || offsets.get(1) < offsets.get(0)) {
            fault(name, "its data_offsets " + fields.get("data_offsets") + " are not a begin and an end behind it");
            return;
        }
        size(new TensorInfo(name, dtype.get(), shape, offsets.get(0), offsets.get(1)));
    }

    private void size(TensorInfo tensor) {
        try {
            long expected =
                    Math.multiplyExact(tensor.size(), (long) tensor.dtype().bytes());
            if (expected != tensor.bytes()) {
                fault(
                        tensor.name(),
                        "it has " + tensor.bytes() + " bytes, but " + tensor.dtype() + " of shape " + tensor.shape()
                                + " takes " + expected);
            }
            tensors.put(tensor.name(), tensor);
        } catch (ArithmeticException e) {
            fault(tensor.name(), "its shape " + tensor.shape() + " is larger than any file");
        }
    }

    private void coverage(List<TensorInfo> ordered, long bytes) {
        long next = 0;
        String before = "the beginning";
        for (TensorInfo tensor : ordered) {
            if (tensor.begin() < next) {
                fault(tensor.name(), "it overlaps " + before + " by " + (next - tensor.begin()) + " bytes");
            } else if (tensor.begin() > next) {
                fault(
                        tensor.name(),
                        "between it and " + before + " are " + (tensor.begin() - next)
                                + " bytes that belong to nothing");
            }
            next = Math.max(next, tensor.end());
            before = tensor.name();
        }
        if (next > bytes) {
            faults.add(new WeightsFault(
                    file,
                    "It ends " + (next - bytes)
                            + " bytes too early: it was not fetched or copied whole. Fetch it again."));
        } else if (next < bytes) {
            faults.add(new WeightsFault(file, (bytes - next) + " bytes at its end belong to nothing. Fetch it again."));
        }
    }

    private static @org.jspecify.annotations.Nullable List<Long> longs(
            @org.jspecify.annotations.Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            return null;
        }
        List<Long> longs = new ArrayList<>();
        for (Object element : list) {
            if (!(element instanceof Long number)) {
                return null;
            }
            longs.add(number);
        }
        return longs;
    }

    private void fault(String tensor, String reason) {
        if (faults.size() < FAULTS) {
            faults.add(new WeightsFault(
                    file + ", tensor " + tensor, "The header is wrong: " + reason + ". Fetch the file again."));
        }
    }
}

package org.eyrie.llama.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eyrie.llama.forward.LlamaShape;
import org.eyrie.llama.forward.TensorSource;
import org.eyrie.llama.forward.UnusableModelException;
import org.eyrie.llama.json.JsonParser;
import org.jspecify.annotations.Nullable;

/** Weights of a small model in one file in the format safetensors, as F32, F16 or BF16, held as a whole. */
final class SafetensorsFile implements TensorSource {

    private static final String NAME = "model.safetensors";
    private static final long MAX_BYTES = 5 * LlamaShape.MAX_PARAMETERS;

    private record Entry(Format format, List<Long> shape, int from, int size) {}

    private enum Format {
        F32(4),
        F16(2),
        BF16(2);

        final int width;

        Format(int width) {
            this.width = width;
        }

        float read(ByteBuffer bytes, int at) {
            return switch (this) {
                case F32 -> bytes.getFloat(at);
                case F16 -> half(bytes.getShort(at) & 0xffff);
                case BF16 -> Float.intBitsToFloat(bytes.getShort(at) << 16);
            };
        }

        private static float half(int bits) {
            int exponent = bits >> 10 & 31;
            int mantissa = bits & 1023;
            float value = exponent == 0
                    ? mantissa * 0x1p-24f
                    : exponent < 31
                            ? Math.scalb((float) (1024 + mantissa), exponent - 25)
                            : mantissa == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
            return (bits & 0x8000) == 0 ? value : -value;
        }
    }

    private final ByteBuffer data;
    private final Map<String, Entry> entries = new TreeMap<>();

    private SafetensorsFile(ByteBuffer file, int header) {
        data = file.slice(8 + header, file.limit() - 8 - header).order(ByteOrder.LITTLE_ENDIAN);
        String text = StandardCharsets.UTF_8.decode(file.slice(8, header)).toString();
        JsonParser.object(text).forEach((name, value) -> {
            if (!name.equals("__metadata__")) {
                entries.put(name, entry(name, value));
            }
        });
    }

    /**
     * @throws UnusableModelException if it is not there, too large or not what it should be
     */
    static SafetensorsFile read(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw unusable(folder, "is larger than " + MAX_BYTES + " bytes: evaluate it with a harness");
            }
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            if (bytes.limit() < 8 || bytes.getLong(0) < 2 || bytes.getLong(0) > bytes.limit() - 8L) {
                throw unusable(folder, "is no safetensors file, or breaks off in its header");
            }
            return new SafetensorsFile(bytes, (int) bytes.getLong(0));
        } catch (NoSuchFileException e) {
            throw unusable(folder, "is not in its folder");
        } catch (IOException e) {
            throw unusable(folder, "cannot be read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw unusable(folder, "is damaged: " + e.getMessage());
        }
    }

    private static UnusableModelException unusable(Path folder, String fault) {
        return new UnusableModelException(folder.toString(), List.of(NAME + " " + fault));
    }

    private Entry entry(String name, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> keys)
                || !(keys.get("shape") instanceof List<?> extents)
                || !(keys.get("data_offsets") instanceof List<?> offsets)
                || offsets.size() != 2) {
            throw new IllegalArgumentException("the tensor " + name + " has no dtype, shape and data_offsets");
        }
        Format format = format(name, String.valueOf(keys.get("dtype")));
        List<Long> shape = new ArrayList<>();
        long size = 1;
        for (Object extent : extents) {
            shape.add(whole(name, extent));
            size = Math.multiplyExact(size, whole(name, extent));
        }
        long from = whole(name, offsets.get(0));
        long to = whole(name, offsets.get(1));
        if (to > data.limit() || to - from != size * format.width) {
            throw new IllegalArgumentException("the tensor " + name + " is said to lie at " + from + " to " + to
                    + " of " + data.limit() + " bytes, and is " + shape + " of " + format);
        }
        return new Entry(format, shape, (int) from, (int) size);
    }

    private static Format format(String name, String dtype) {
        for (Format format : Format.values()) {
            if (format.name().equals(dtype)) {
                return format;
            }
        }
        throw new IllegalArgumentException("the tensor " + name + " is " + dtype + ", and F32, F16 and BF16 are read");
    }

    private static long whole(String name, @Nullable Object value) {
        if (value instanceof Double number && number >= 0 && number < 1L << 40 && number % 1 == 0) {
            return number.longValue();
        }
        throw new IllegalArgumentException("the tensor " + name + " has " + value + " where a whole number belongs");
    }

    @Override
    public Set<String> names() {
        return entries.keySet();
    }

    @Override
    public List<Long> shape(String name) {
        return entry(name).shape();
    }

    @Override
    public float[] values(String name) {
        Entry entry = entry(name);
        float[] values = new float[entry.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = entry.format().read(data, entry.from() + i * entry.format().width);
        }
        return values;
    }

    private Entry entry(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("There is no tensor " + name);
        }
        return entry;
    }
}

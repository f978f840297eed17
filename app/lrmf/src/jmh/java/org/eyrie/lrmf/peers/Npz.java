package org.eyrie.lrmf.peers;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Arrays by name as NumPy keeps them: a zip of {@code .npy} files, version 1.0, little-endian, rows first. Only what the
 * programs of this package need: numbers of 1, 4 and 8 bytes.
 */
final class Npz implements AutoCloseable {

    private static final Pattern SHAPE = Pattern.compile("'shape': \\(([0-9, ]*)\\)");
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int BUFFER = 1 << 20;

    private final ZipFile file;

    Npz(Path path) throws IOException {
        file = new ZipFile(path.toFile());
    }

    /** Whole numbers of four bytes. */
    int[] ints(String name) throws IOException {
        Array array = new Array(name);
        int[] result = new int[array.length];
        for (int from = 0; from < result.length; ) {
            ByteBuffer part = array.next(4 * (result.length - from));
            int count = part.remaining() / 4;
            part.asIntBuffer().get(result, from, count);
            from += count;
        }
        return result;
    }

    /** Numbers of four bytes with a point. */
    float[] floats(String name) throws IOException {
        int[] bits = ints(name);
        float[] result = new float[bits.length];
        for (int k = 0; k < bits.length; k++) {
            result[k] = Float.intBitsToFloat(bits[k]);
        }
        return result;
    }

    /** Numbers of one byte. */
    byte[] bytes(String name) throws IOException {
        Array array = new Array(name);
        byte[] result = new byte[array.length];
        array.in.readFully(result);
        return result;
    }

    /** A single whole number of eight bytes. */
    int number(String name) throws IOException {
        return Math.toIntExact(new Array(name).next(8).getLong());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Writes arrays of {@code int[]}, {@code byte[]}, {@code float[]} or a single {@code Long}, under their names. */
    static void write(Path path, List<String> names, List<Object> arrays) throws IOException {
        try (OutputStream out = Files.newOutputStream(path);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (int k = 0; k < names.size(); k++) {
                byte[] content = content(arrays.get(k));
                ZipEntry entry = new ZipEntry(names.get(k) + ".npy");
                CRC32 sum = new CRC32();
                sum.update(content);
                entry.setSize(content.length);
                entry.setCrc(sum.getValue());
                zip.putNextEntry(entry);
                zip.write(content);
            }
        }
    }

    private static byte[] content(Object array) {
        if (array instanceof int[] ints) {
            ByteBuffer buffer = begun("<i4", ints.length + ",", 4 * ints.length);
            buffer.slice().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(ints);
            return buffer.array();
        }
        if (array instanceof float[] floats) {
            ByteBuffer buffer = begun("<f4", floats.length + ",", 4 * floats.length);
            buffer.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(floats);
            return buffer.array();
        }
        if (array instanceof byte[] bytes) {
            return begun("|i1", bytes.length + ",", bytes.length).put(bytes).array();
        }
        return begun("<i8", "", 8).putLong((Long) array).array();
    }

    private static ByteBuffer begun(String type, String shape, int size) {
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + shape + "), }";
        int padding = 63 - (MAGIC.length + 2 + header.length()) % 64;
        byte[] text = (header + String.join("", Collections.nCopies(padding, " ")) + "\n")
                .getBytes(StandardCharsets.US_ASCII);
        ByteBuffer buffer =
                ByteBuffer.allocate(MAGIC.length + 2 + text.length + size).order(ByteOrder.LITTLE_ENDIAN);
        return buffer.put(MAGIC).putShort((short) text.length).put(text);
    }

    /** An array that is being read. */
    private final class Array {

        private final DataInputStream in;
        private final int length;
        private final byte[] buffer = new byte[BUFFER];

        Array(String name) throws IOException {
            ZipEntry entry = file.getEntry(name + ".npy");
            if (entry == null) {
                throw new IOException(file.getName() + " has no array " + name);
            }
            InputStream raw = file.getInputStream(entry);
            in = new DataInputStream(raw);
            in.skipNBytes(MAGIC.length);
            int size = in.readUnsignedByte() | in.readUnsignedByte() << 8;
            Matcher shape = SHAPE.matcher(new String(in.readNBytes(size), StandardCharsets.US_ASCII));
            if (!shape.find()) {
                throw new IOException(name + " in " + file.getName() + " has no shape");
            }
            List<Integer> sides = new ArrayList<>();
            for (String side : shape.group(1).split(",")) {
                if (!side.isBlank()) {
                    sides.add(Integer.valueOf(side.strip()));
                }
            }
            length = sides.stream().reduce(1, Math::multiplyExact);
        }

        ByteBuffer next(int wanted) throws IOException {
            int size = Math.min(wanted, BUFFER);
            in.readFully(buffer, 0, size);
            return ByteBuffer.wrap(buffer, 0, size).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}

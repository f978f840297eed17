package org.eyrie.weights;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** One safetensors file, open; read in pieces, so that memory does not depend on how large it is. */
final class SafetensorsFile implements Closeable {

    /** The longest header of the format's own reader. */
    static final long HEADER = 100_000_000;

    private final Path path;
    private final FileChannel channel;
    private final long data;
    private final List<TensorInfo> tensors;

    private SafetensorsFile(Path path, FileChannel channel, long data, List<TensorInfo> tensors) {
        this.path = path;
        this.channel = channel;
        this.data = data;
        this.tensors = tensors;
    }

    static SafetensorsFile open(Path path) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(path, StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            throw new UnusableWeightsException(path.toString(), "There is no such file.");
        }
        try {
            long size = channel.size();
            String file = path.toString();
            if (size < 8) {
                throw new UnusableWeightsException(file, pointer(size));
            }
            ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            ElementCodec.fully(channel, length, 0, path);
            long header = length.getLong(0);
            if (header < 0 || header > HEADER) {
                throw new UnusableWeightsException(
                        file,
                        "It says that its header has " + Long.toUnsignedString(header) + " bytes; " + HEADER
                                + " are the most. " + pointer(size));
            }
            if (header > size - 8) {
                throw new UnusableWeightsException(
                        file,
                        "Its header has " + header + " bytes, the file only " + size
                                + ": it was not fetched or copied whole. Fetch it again.");
            }
            ByteBuffer json = ByteBuffer.allocate((int) header);
            ElementCodec.fully(channel, json, 8, path);
            long data = 8 + header;
            return new SafetensorsFile(
                    path, channel, data, SafetensorsHeader.read(file, text(file, json), size - data));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static String pointer(long size) {
        return size < 1000
                ? "It is no safetensors file; so small a file may be a pointer of Git LFS. Fetch the file itself."
                : "It is no safetensors file.";
    }

    private static String text(String file, ByteBuffer json) throws UnusableWeightsException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(json.flip()).toString();
        } catch (CharacterCodingException e) {
            throw new UnusableWeightsException(file, "Its header is not UTF-8. Is it a safetensors file?");
        }
    }

    List<TensorInfo> tensors() {
        return tensors;
    }

    Path path() {
        return path;
    }

    /** Reads elements of a tensor of F16, BF16 or F32 from one on; several threads may do so at once. */
    void floats(TensorInfo tensor, long from, float[] into, int count) throws IOException {
        try (ElementCodec codec = ElementCodec.lent()) {
            long at = data + tensor.begin() + from * tensor.dtype().bytes();
            codec.read(channel, path, tensor.dtype(), at, into, count);
        }
    }

    /** Copies the bytes of a tensor to a place of another file. */
    void copy(TensorInfo tensor, FileChannel to, long place) throws IOException {
        try (ElementCodec codec = ElementCodec.lent()) {
            codec.copy(channel, path, data + tensor.begin(), tensor.bytes(), to, place);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

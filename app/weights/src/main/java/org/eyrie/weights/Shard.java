package org.eyrie.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One file that is to be written.
 *
 * @param name of the file
 * @param tensors in the order in which they lie, offsets from 0
 */
record Shard(String name, List<TensorInfo> tensors) {

    /** The tensors spread over files of no more than so many bytes, or of one tensor that has more. */
    static List<Shard> plan(List<TensorInfo> tensors, long most) {
        List<List<TensorInfo>> groups = new ArrayList<>();
        long used = most;
        for (TensorInfo tensor : tensors) {
            if (groups.isEmpty() || used + tensor.bytes() > most) {
                groups.add(new ArrayList<>());
                used = 0;
            }
            groups.get(groups.size() - 1)
                    .add(new TensorInfo(tensor.name(), tensor.dtype(), tensor.shape(), used, used + tensor.bytes()));
            used += tensor.bytes();
        }
        List<Shard> shards = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            String name = groups.size() == 1
                    ? WeightsFolder.SINGLE
                    : String.format(Locale.ROOT, "model-%05d-of-%05d.safetensors", i + 1, groups.size());
            shards.add(new Shard(name, groups.get(i)));
        }
        return shards;
    }

    /** Bytes of all tensors. */
    long bytes() {
        return tensors.stream().mapToLong(TensorInfo::bytes).sum();
    }

    /** The header with its length before it, padded so that data begin at a multiple of eight. */
    ByteBuffer header() {
        StringBuilder json = new StringBuilder("{\"__metadata__\":{\"format\":\"pt\"}");
        for (TensorInfo tensor : tensors) {
            json.append(',')
                    .append(JsonText.quoted(tensor.name()))
                    .append(":{\"dtype\":\"")
                    .append(tensor.dtype())
                    .append("\",\"shape\":")
                    .append(tensor.shape().toString().replace(" ", ""))
                    .append(",\"data_offsets\":[")
                    .append(tensor.begin())
                    .append(',')
                    .append(tensor.end())
                    .append("]}");
        }
        json.append('}');
        int bytes = json.toString().getBytes(StandardCharsets.UTF_8).length;
        json.append(" ".repeat((8 - bytes % 8) % 8));
        byte[] text = json.toString().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + text.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .flip();
    }
}

package org.eyrie.server.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Folders of two tensors in a type each, written and read by the format's description, apart from the code that is tested. */
final class HalfFolders {

    static final List<String> TENSORS = List.of("model.embed_tokens.weight", "model.layers.0.mlp.up_proj.weight");

    private static final Pattern OFFSETS = Pattern.compile("data_offsets\":\\[([0-9]+),([0-9]+)]");

    private HalfFolders() {}

    /** Writes a row of numbers for each tensor; with several files, one for each. */
    static Path write(Path folder, List<String> types, boolean sharded, short[][] halves, float[][] floats)
            throws IOException {
        Files.createDirectories(folder);
        if (!sharded) {
            file(folder.resolve("model.safetensors"), TENSORS, types, halves, floats);
            return folder;
        }
        StringBuilder index = new StringBuilder();
        for (int t = 0; t < TENSORS.size(); t++) {
            String name = "model-0000" + (t + 1) + "-of-00002.safetensors";
            file(
                    folder.resolve(name),
                    TENSORS.subList(t, t + 1),
                    types.subList(t, t + 1),
                    new short[][] {halves[t]},
                    new float[][] {floats[t]});
            index.append(t == 0 ? "" : ",").append('"').append(TENSORS.get(t)).append("\":\"");
            index.append(name).append('"');
        }
        Files.writeString(
                folder.resolve("model.safetensors.index.json"), "{\"metadata\":{},\"weight_map\":{" + index + "}}");
        return folder;
    }

    private static void file(Path file, List<String> names, List<String> types, short[][] halves, float[][] floats)
            throws IOException {
        StringBuilder header = new StringBuilder();
        ByteBuffer data = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
        for (int t = 0; t < names.size(); t++) {
            int begin = data.position();
            boolean whole = types.get(t).equals("F32");
            for (int k = 0; k < (whole ? floats[t].length : halves[t].length); k++) {
                if (whole) {
                    data.putFloat(floats[t][k]);
                } else {
                    data.putShort(halves[t][k]);
                }
            }
            header.append(t == 0 ? "{" : ",")
                    .append("\"%s\":{\"dtype\":\"%s\",\"shape\":[1,%d],\"data_offsets\":[%d,%d]}"
                            .formatted(
                                    names.get(t),
                                    types.get(t),
                                    whole ? floats[t].length : halves[t].length,
                                    begin,
                                    data.position()));
        }
        byte[] json = header.append('}').toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer all = ByteBuffer.allocate(8 + json.length + data.position()).order(ByteOrder.LITTLE_ENDIAN);
        Files.write(file, all.putLong(json.length).put(json).put(data.flip()).array());
    }

    /** The raw bits of every 16-bit tensor of a folder, whatever files it has; its header is searched, not parsed. */
    static Map<String, short[]> read(Path folder, List<String> types) throws IOException {
        Map<String, short[]> found = new TreeMap<>();
        List<Path> files = new ArrayList<>();
        try (var all = Files.list(folder)) {
            all.filter(file -> file.toString().endsWith(".safetensors")).forEach(files::add);
        }
        for (Path file : files) {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            int length = (int) bytes.getLong(0);
            String header = new String(bytes.array(), 8, length, StandardCharsets.UTF_8);
            for (int t = 0; t < TENSORS.size(); t++) {
                String start = "\"" + TENSORS.get(t) + "\":{\"dtype\":\"" + types.get(t) + "\"";
                int at = header.indexOf(start);
                if (at < 0) {
                    continue;
                }
                Matcher offsets = OFFSETS.matcher(header);
                assertThat(offsets.find(at)).isTrue();
                int begin = Integer.parseInt(offsets.group(1));
                short[] halves = new short[(Integer.parseInt(offsets.group(2)) - begin) / 2];
                for (int k = 0; k < halves.length; k++) {
                    halves[k] = bytes.getShort(8 + length + begin + 2 * k);
                }
                found.put(TENSORS.get(t), halves);
            }
        }
        return found;
    }
}

package org.eyrie.weights;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The file that says which shard has which tensor. */
final class ShardIndex {

    private static final long LONGEST = 100_000_000;

    private ShardIndex() {}

    /** Shards by tensor, none where there is no such file. */
    static Map<String, String> read(Path folder) throws IOException {
        Path file = folder.resolve(WeightsFolder.INDEX);
        if (!Files.exists(file)) {
            return Map.of();
        }
        Map<?, ?> weightMap = weightMap(file);
        Map<String, String> shards = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : weightMap.entrySet()) {
            String shard = String.valueOf(entry.getValue());
            if (!shard.matches("[^/\\\\:]+\\.safetensors")) {
                throw new UnusableWeightsException(
                        file.toString(), "It leads to \"" + shard + "\", which is no file beside it. Fetch it again.");
            }
            shards.put(String.valueOf(entry.getKey()), shard);
        }
        if (shards.isEmpty()) {
            throw new UnusableWeightsException(file.toString(), "It names no tensor. Fetch it again.");
        }
        return shards;
    }

    private static Map<?, ?> weightMap(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            throw new UnusableWeightsException(file.toString(), "It is larger than any index.");
        }
        try {
            if (JsonReader.read(Files.readString(file)) instanceof Map<?, ?> index
                    && index.get("weight_map") instanceof Map<?, ?> map) {
                return map;
            }
            throw new UnusableWeightsException(file.toString(), "It has no weight_map. Fetch it again.");
        } catch (JsonReader.BadJson e) {
            throw new UnusableWeightsException(
                    file.toString(), "It is damaged: " + e.getMessage() + ". Fetch it again.");
        } catch (CharacterCodingException e) {
            throw new UnusableWeightsException(file.toString(), "It is not UTF-8. Fetch it again.");
        }
    }

    /** Notes where shards and index contradict each other. */
    static void check(
            Path folder, Map<String, String> index, Map<String, SafetensorsFile> fileOf, List<WeightsFault> faults) {
        String where = folder.resolve(WeightsFolder.INDEX).toString();
        index.forEach((tensor, shard) -> {
            SafetensorsFile file = fileOf.get(tensor);
            if (file == null || !file.path().getFileName().toString().equals(shard)) {
                faults.add(new WeightsFault(
                        where,
                        "It says that " + shard + " has " + tensor + ", which it has not"
                                + (file == null ? "" : "; " + file.path().getFileName() + " has it")
                                + ". Index and shards are not of one model: fetch the folder again."));
            }
        });
        fileOf.forEach((tensor, file) -> {
            if (!index.isEmpty() && !index.containsKey(tensor)) {
                faults.add(new WeightsFault(
                        where,
                        "It does not name " + tensor + ", which " + file.path().getFileName()
                                + " has. Index and shards are not of one model: fetch the folder again."));
            }
        });
    }

    /** The text of an index, as transformers writes it. */
    static String text(Map<String, String> shards, long bytes) {
        StringBuilder text = new StringBuilder("{\n  \"metadata\": {\n    \"total_size\": ")
                .append(bytes)
                .append("\n  },\n  \"weight_map\": {");
        String between = "\n";
        for (Map.Entry<String, String> entry : new TreeMap<>(shards).entrySet()) {
            text.append(between)
                    .append("    ")
                    .append(JsonText.quoted(entry.getKey()))
                    .append(": ")
                    .append(JsonText.quoted(entry.getValue()));
            between = ",\n";
        }
        return text.append("\n  }\n}\n").toString();
    }
}

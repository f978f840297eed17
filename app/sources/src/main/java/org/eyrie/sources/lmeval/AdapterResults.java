package org.eyrie.sources.lmeval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.sources.tree.ParsedTree;

/** Results of several adapters, put on one model one after the other, in one file. */
final class AdapterResults {

    private AdapterResults() {}

    /** A results file for every adapter but the one that was put on last, which is whom the file is about otherwise. */
    static List<Map<String, Object>> besidesTheLast(Map<String, Object> file) {
        Map<String, Object> adapters = ParsedTree.child(file, "adapter_results");
        ModelArguments arguments = ModelArguments.of(ParsedTree.at(file, "config", "model_args"));
        List<String> named = arguments.listed("peft_list");
        String last = named.isEmpty() ? "" : named.get(named.size() - 1);
        List<Map<String, Object>> others = new ArrayList<>();
        adapters.forEach((adapter, results) -> {
            if (!adapter.equals(last) && results instanceof Map<?, ?> own && own.get("results") instanceof Map) {
                Map<String, Object> tree = new LinkedHashMap<>(file);
                tree.putAll(ParsedTree.object(own));
                tree.put("config", config(file, arguments, adapter));
                others.add(tree);
            }
        });
        return others;
    }

    private static Map<String, Object> config(Map<String, Object> file, ModelArguments arguments, String adapter) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("peft", adapter);
        arguments.text("pretrained").ifPresent(model -> told.put("pretrained", model));
        arguments.text("revision").ifPresent(revision -> told.put("revision", revision));
        Map<String, Object> config = new LinkedHashMap<>(ParsedTree.child(file, "config"));
        config.put("model_args", told);
        return config;
    }
}

package org.eyrie.llama.items;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line of a file of items as it was read; what is at fault is empty. */
record WrittenItem(String task, String prompt, String answer, String split) {

    /** @param faults gets every one */
    static WrittenItem of(Map<String, @Nullable Object> keys, List<String> faults) {
        return new WrittenItem(
                text(keys, "task", true, faults),
                text(keys, "prompt", true, faults),
                text(keys, "answer", false, faults),
                keys.get("split") == null ? "" : text(keys, "split", true, faults));
    }

    private static String text(Map<String, @Nullable Object> keys, String key, boolean words, List<String> faults) {
        Object value = keys.get(key);
        if (value instanceof String text && !(words ? text.isBlank() : text.isEmpty())) {
            return text;
        }
        if (value == null) {
            faults.add(key + " is missing");
        } else {
            faults.add(value instanceof String ? key + " is empty" : key + " must be a text, not " + value);
        }
        return "";
    }

    /** Whether it says which item it is. */
    boolean isKnown() {
        return !task.isEmpty() && !prompt.isEmpty();
    }

    /** The item of a line without faults. */
    BenchmarkItem item() {
        return new BenchmarkItem(task, prompt, answer, split);
    }

    /** Tells a split that is none of those asked for, where there are such. */
    void strayFrom(List<String> parts, List<String> faults) {
        if (!split.isEmpty() && !parts.isEmpty() && !parts.contains(split)) {
            faults.add("split is \"" + split + "\", so nobody asks it: write " + String.join(" or ", parts));
        }
    }
}

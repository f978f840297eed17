package org.eyrie.llama.items;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.llama.json.JsonParser;
import org.jspecify.annotations.Nullable;

/**
 * Items as JSON, an object a line: {@code task, prompt, answer}, and {@code split} where they are in parts. Other keys are
 * left alone.
 */
public final class ItemFile {

    /** A million items of the size of a sentence. */
    private static final long MAX_BYTES = 256L << 20;

    private ItemFile() {}

    /**
     * All items, in the file's order.
     *
     * @throws UnusableItemsException with every fault, among them a prompt that stands twice within a task
     */
    public static List<BenchmarkItem> read(Path file) {
        List<String> faults = new ArrayList<>();
        List<BenchmarkItem> items = new ArrayList<>();
        Map<List<String>, Integer> lines = new HashMap<>();
        List<String> text = lines(file);
        for (int number = 1; number <= text.size(); number++) {
            String line = text.get(number - 1);
            if (line.isBlank()) {
                continue;
            }
            try {
                BenchmarkItem item = item(JsonParser.object(line));
                Integer before = lines.putIfAbsent(List.of(item.task(), item.prompt()), number);
                if (before != null) {
                    throw new IllegalArgumentException(
                            "the prompt \"" + item.prompt() + "\" of the task \"" + item.task() + "\" stands in line "
                                    + before + " too: an item is known by its prompt, so keep one");
                }
                items.add(item);
            } catch (IllegalArgumentException e) {
                faults.add("line " + number + ": " + e.getMessage());
            }
        }
        if (items.isEmpty() && faults.isEmpty()) {
            faults.add(
                    "it has no item; each is a line such as {\"task\": \"sum\", \"prompt\": \"1+1=\", \"answer\": \"2\"}");
        }
        if (!faults.isEmpty()) {
            throw new UnusableItemsException(file.toString(), faults);
        }
        return items;
    }

    private static List<String> lines(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new UnusableItemsException(
                        file.toString(), List.of("it is larger than " + (MAX_BYTES >> 20) + " MB"));
            }
            String text = Files.readString(file);
            return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .lines()
                    .toList();
        } catch (NoSuchFileException e) {
            throw new UnusableItemsException(file.toString(), List.of("there is no such file"));
        } catch (CharacterCodingException e) {
            throw new UnusableItemsException(file.toString(), List.of("it is not UTF-8: save it in that encoding"));
        } catch (IOException e) {
            throw new UnusableItemsException(file.toString(), List.of("it cannot be read: " + e.getMessage()));
        }
    }

    private static BenchmarkItem item(Map<String, @Nullable Object> keys) {
        String split = keys.get("split") == null ? "" : text(keys, "split");
        return new BenchmarkItem(text(keys, "task"), text(keys, "prompt"), text(keys, "answer"), split);
    }

    private static String text(Map<String, @Nullable Object> keys, String key) {
        if (keys.get(key) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw new IllegalArgumentException(
                keys.get(key) == null ? key + " is missing" : key + " must be a text, not " + keys.get(key));
    }
}

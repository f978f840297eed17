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
        return read(file, List.of());
    }

    /**
     * All items, in the file's order.
     *
     * @param parts the splits that whoever reads will ask for, none where any will do; a line that is at fault tells beside its
     *     other faults that it is in none of them, one that is not may be in any
     * @throws UnusableItemsException as {@link #read(Path)}
     */
    public static List<BenchmarkItem> read(Path file, List<String> parts) {
        List<String> faults = new ArrayList<>();
        List<BenchmarkItem> items = new ArrayList<>();
        Map<List<String>, Integer> lines = new HashMap<>();
        List<String> text = lines(file);
        for (int number = 1; number <= text.size(); number++) {
            String line = text.get(number - 1);
            if (line.isBlank()) {
                continue;
            }
            List<String> wrong = new ArrayList<>();
            try {
                WrittenItem read = WrittenItem.of(JsonParser.object(line), wrong);
                Integer before = read.isKnown() ? lines.putIfAbsent(List.of(read.task(), read.prompt()), number) : null;
                if (before != null) {
                    wrong.add("the prompt \"" + read.prompt() + "\" of the task \"" + read.task() + "\" stands in line "
                            + before + " too: an item is known by its prompt, so keep one");
                }
                if (wrong.isEmpty()) {
                    items.add(read.item());
                } else {
                    read.strayFrom(parts, wrong);
                }
            } catch (IllegalArgumentException e) {
                wrong.add(String.valueOf(e.getMessage()));
            }
            for (String fault : wrong) {
                faults.add("line " + number + ": " + fault);
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
}

package org.eyrie.server.developing.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;

/**
 * A command with places to fill in: {@code {model}}, {@code {tasks}}, {@code {items}}, {@code {items_file}}, {@code {out}}.
 *
 * <p>It is cut at blanks, quotes hold blanks together, and that is all: no shell reads it, so nothing of what is filled in can
 * become a command.
 */
final class CommandTemplate {

    private static final List<String> PLACES = List.of("{model}", "{tasks}", "{items}", "{items_file}", "{out}");

    private final List<String> words;

    private CommandTemplate(List<String> words) {
        this.words = words;
    }

    /**
     * @throws InvalidInputException if it is not closed, empty, or lacks a place without which it would evaluate something else
     */
    static CommandTemplate of(String text) {
        List<Fault> faults = new ArrayList<>();
        List<String> words = words(text, faults);
        if (words.isEmpty()) {
            faults.add(new Fault("command", "It is empty. Write a program and its arguments."));
        } else {
            if (!text.contains("{model}")) {
                faults.add(new Fault("command", "{model} is missing: the folder of the merge would not be evaluated."));
            }
            if (!text.contains("{out}")) {
                faults.add(new Fault("command", "{out} is missing: nobody would know where results are."));
            }
            if (!text.contains("{items}") && !text.contains("{items_file}")) {
                faults.add(new Fault(
                        "command",
                        "{items} is missing, so every item would be run and paid for. Write --samples {items}, or"
                                + " {items_file} for the path of a file."));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException("The command", faults);
        }
        return new CommandTemplate(words);
    }

    /** The words with places filled in; a place may be a part of a word. */
    List<String> filled(Map<String, String> values) {
        List<String> filled = new ArrayList<>();
        for (String word : words) {
            filled.add(filled(word, values));
        }
        return filled;
    }

    private static String filled(String word, Map<String, String> values) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < word.length()) {
            int from = at;
            String place = PLACES.stream()
                    .filter(one -> word.startsWith(one, from))
                    .findFirst()
                    .orElse("");
            text.append(place.isEmpty() ? String.valueOf(word.charAt(at)) : values.getOrDefault(place, place));
            at += Math.max(1, place.length());
        }
        return text.toString();
    }

    private static List<String> words(String text, List<Fault> faults) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean begun = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
                begun = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (quote != 0) {
            faults.add(new Fault("command", "A quote " + quote + " is not closed."));
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }
}

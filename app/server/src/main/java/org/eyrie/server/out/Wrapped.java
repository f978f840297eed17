package org.eyrie.server.out;

import java.util.ArrayList;
import java.util.List;

/** Text in lines that fit a width, broken between words. */
public final class Wrapped {

    private Wrapped() {}

    /**
     * Lines.
     *
     * @param width characters that a line may have
     * @param indent what every line but the first begins with
     */
    public static List<String> lines(String text, int width, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        boolean begun = false;
        for (String word : text.split(" ", -1)) {
            if (begun && !line.toString().isBlank() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(indent).append(word);
            } else {
                line.append(begun ? " " : "").append(word);
            }
            begun = true;
        }
        lines.add(line.toString());
        return lines;
    }
}

package org.eyrie.sources.card;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Blocks of code in Markdown: between fences, of whatever language and however far indented, or indented themselves. */
final class CodeBlocks {

    private static final Pattern FENCE = Pattern.compile("^([ \\t>]*(?:[-*+]\\s+|\\d+[.)]\\s+)?)(`{3,}|~{3,})(.*)$");
    private static final int INDENT = 4;

    private final List<String> blocks = new ArrayList<>();
    private final List<String> open = new ArrayList<>();

    private CodeBlocks() {}

    /** The blocks in the order of the text, without the indentation that all of their lines have. */
    static List<String> of(String text) {
        CodeBlocks found = new CodeBlocks();
        String fence = "";
        for (String line : text.split("\\R", -1)) {
            Matcher matcher = FENCE.matcher(line);
            boolean mark = matcher.matches();
            if (!fence.isEmpty()) {
                if (mark
                        && matcher.group(2).startsWith(fence)
                        && matcher.group(3).isBlank()) {
                    found.close();
                    fence = "";
                } else {
                    found.open.add(line);
                }
            } else if (mark && !matcher.group(3).contains("`")) {
                found.close();
                fence = matcher.group(2);
            } else if (line.startsWith("\t") || line.startsWith(" ".repeat(INDENT))) {
                found.open.add(line.replace("\t", " ".repeat(INDENT)));
            } else if (!line.isBlank()) {
                found.close();
            } else if (!found.open.isEmpty()) {
                found.open.add("");
            }
        }
        found.close();
        return found.blocks;
    }

    private void close() {
        int margin = open.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        if (open.stream().anyMatch(line -> !line.isBlank())) {
            StringBuilder block = new StringBuilder();
            open.forEach(line ->
                    block.append(line.isBlank() ? "" : line.substring(margin)).append('\n'));
            blocks.add(block.toString());
        }
        open.clear();
    }
}

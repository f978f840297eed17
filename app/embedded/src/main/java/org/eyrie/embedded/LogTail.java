package org.eyrie.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a log says in the end: the part that tells why. */
final class LogTail {

    private static final int LINES = 20;

    /** A stack trace may fill hundreds of lines, and its frames help nobody choose what to do. */
    private static final String FRAME = "\tat ";

    private LogTail() {}

    static String of(Path log) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith(FRAME) && !line.isBlank())
                    .toList();
            String tail = String.join("\n  ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
            return "The last lines of " + log + ":\n  " + tail;
        } catch (IOException e) {
            return "Its log " + log + " can't be read: " + e;
        }
    }
}

package org.eyrie.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Neo4j's log says of one start: what earlier ones wrote does not count. */
final class StartLog {

    private final Path log;
    private final long before;

    /** To be made before the start. */
    StartLog(DataFolder folder) throws IOException {
        this.log = folder.logs().resolve("debug.log");
        this.before = Files.exists(log) ? Files.size(log) : 0;
    }

    boolean says(String text) throws IOException {
        if (!Files.exists(log)) {
            return false;
        }
        try (InputStream bytes = Files.newInputStream(log)) {
            if (Files.size(log) >= before) { // smaller: Neo4j has begun another file
                bytes.skipNBytes(before);
            }
            return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1).contains(text);
        }
    }
}

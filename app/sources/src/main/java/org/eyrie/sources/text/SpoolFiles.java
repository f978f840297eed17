package org.eyrie.sources.text;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Temporary files that say in their names whose they are, so that those of a process that was killed can be told and are
 * deleted by the next one that makes some.
 */
public final class SpoolFiles {

    private static final Pattern NAME = Pattern.compile("eyrie-(\\d+)-(\\d+)-.*\\.spool");

    private SpoolFiles() {}

    /** An empty file in the folder for temporary files, for nobody but us; whoever asks for it deletes it. */
    public static Path create() throws IOException {
        return createIn(Path.of(System.getProperty("java.io.tmpdir")));
    }

    static Path createIn(Path folder) throws IOException {
        deleteThoseOfTheDead(folder);
        return Files.createTempFile(folder, "eyrie-" + id(ProcessHandle.current()) + "-", ".spool");
    }

    private static void deleteThoseOfTheDead(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "eyrie-*.spool")) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches() && !lives(name.group(1), name.group(1) + "-" + name.group(2))) {
                    delete(file);
                }
            }
        }
    }

    private static boolean lives(String pid, String id) {
        try {
            return ProcessHandle.of(Long.parseLong(pid))
                    .filter(process -> id(process).equals(id))
                    .isPresent();
        } catch (NumberFormatException e) {
            return true; // no name of ours
        }
    }

    /** Another person's file can't be deleted, and is not ours to delete. */
    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // theirs, or somebody else has just deleted it
        }
    }

    /** Pid and start, because pids come round again: in a container ours is the same each time. */
    private static String id(ProcessHandle process) {
        return process.pid() + "-"
                + process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
    }
}

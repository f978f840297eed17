package org.eyrie.boosting;

import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The library of LightGBM that is not Java: it lies in a jar and must be a file to be loaded. */
final class NativeLibrary {

    private static final String FOLDER_OF_TEMPORARY_FILES = "java.io.tmpdir";

    /** Why it could not be loaded; empty where it was. It is tried once, when it is first asked for. */
    private static final String FAILURE = attempt();

    private NativeLibrary() {}

    /**
     * Makes sure that it is loaded.
     *
     * @throws IllegalStateException if it is not there for this machine or lacks something; the message says what to do
     */
    static void load() {
        if (!FAILURE.isEmpty()) {
            throw new IllegalStateException(
                    "The native library of LightGBM cannot be loaded: " + FAILURE
                            + ". It needs OpenMP, on Debian and Ubuntu: apt-get install libgomp1; on macOS: brew install libomp.");
        }
    }

    private static String attempt() {
        String shared = System.getProperty(FOLDER_OF_TEMPORARY_FILES, "");
        try {
            // It is unpacked under a fixed name, where anybody on this machine could have put a file of that name. So
            // the
            // folder is one that nobody else may write to.
            Path folder = Files.createTempDirectory("eyrie-lightgbm");
            System.setProperty(FOLDER_OF_TEMPORARY_FILES, folder.toString());
            LGBMBooster.loadNative();
            forget(folder);
            return LGBMBooster.isNativeLoaded() ? "" : "there is none for this machine";
        } catch (IOException | LinkageError e) {
            return String.valueOf(e.getMessage());
        } finally {
            System.setProperty(FOLDER_OF_TEMPORARY_FILES, shared);
        }
    }

    /** A library that is loaded needs its file no longer, except where the system keeps hold of it. */
    private static void forget(Path folder) throws IOException {
        folder.toFile().deleteOnExit();
        try (var files = Files.list(folder)) {
            files.forEach(file -> file.toFile().deleteOnExit());
        }
    }
}

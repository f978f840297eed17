package org.eyrie.server.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eyrie.model.StoreUnavailableException;

/**
 * Processes that use a database which another one runs: a file each in its data folder, named by process. The one that
 * runs it stays until they have ended, or none of their work would.
 */
record Guests(Path dataFolder) {

    private static final long PAUSE_MILLIS = 200;

    private Path folder() {
        return dataFolder.resolve("guests");
    }

    private Path own() {
        return folder().resolve(String.valueOf(ProcessHandle.current().pid()));
    }

    void enter() {
        try {
            Files.createDirectories(folder());
            Files.write(own(), List.of());
        } catch (IOException e) {
            throw new StoreUnavailableException("The data folder " + dataFolder + " cannot be written: " + e, e);
        }
    }

    void leave() {
        try {
            Files.deleteIfExists(own());
        } catch (IOException stays) {
            // whoever waits for it sees that the process has ended
        }
    }

    /** Waits until there is none, with a word of whom for; not while our process is told to end. */
    void await(Consumer<String> progress) {
        Optional<ProcessHandle> guest = next();
        while (guest.isPresent() && !isEnding()) {
            progress.accept("waiting for process " + guest.get().pid() + ", which uses this database");
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            guest = next();
        }
    }

    // Java tells by refusing.
    private static boolean isEnding() {
        Thread nothing = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(nothing);
            Runtime.getRuntime().removeShutdownHook(nothing);
            return false;
        } catch (IllegalStateException ending) {
            return true;
        }
    }

    private Optional<ProcessHandle> next() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{1,18}"))
                    .map(Long::parseLong)
                    .filter(pid -> pid != ProcessHandle.current().pid())
                    .flatMap(pid -> ProcessHandle.of(pid).stream())
                    .filter(ProcessHandle::isAlive)
                    .findFirst();
        } catch (IOException none) {
            return Optional.empty();
        }
    }
}

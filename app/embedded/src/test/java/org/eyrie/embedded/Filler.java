package org.eyrie.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A disk of its own that can be filled, where the system lets us make one. */
final class Filler implements AutoCloseable {

    private static final int KILOBYTE = 1024;

    private final Path folder;

    private Filler(Path folder) {
        this.folder = folder;
    }

    /** Skips the test where no memory disk can be mounted, which takes Linux and root. */
    static Filler mount(Path folder, int megabytes) {
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
        Assumptions.assumeTrue(mounted, "only root on Linux may mount a small disk to fill");
        return new Filler(folder);
    }

    /** Takes all room but so much; less is left where somebody else writes meanwhile. */
    void fill(int kilobytesLeft) throws IOException {
        long left = room() - kilobytesLeft;
        byte[] kilobyte = new byte[KILOBYTE];
        try (OutputStream out = Files.newOutputStream(folder.resolve("filler"))) {
            for (long i = 0; i < left; i++) {
                out.write(kilobyte);
            }
        } catch (IOException full) {
            if (room() > 0) {
                throw full;
            }
        }
    }

    private long room() throws IOException {
        return Files.getFileStore(folder).getUsableSpace() / KILOBYTE;
    }

    void free() throws IOException {
        Files.delete(folder.resolve("filler"));
    }

    @Override
    public void close() {
        run("umount", "-l", folder.toString());
    }

    private static boolean run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // there is no such command here
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

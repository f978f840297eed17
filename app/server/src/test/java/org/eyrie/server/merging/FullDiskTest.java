package org.eyrie.server.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eyrie.llama.shipped.ShippedFamily;
import org.eyrie.model.InvalidInputException;
import org.eyrie.program.Program;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is really full, where this user may mount a small one in memory. */
class FullDiskTest {

    private static final long SHARD = 100_000;

    @Test
    void aFullDiskIsToldOfAndTheSameMergeGoesOnBehindWholeFiles(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path models = ShippedFamily.CIPHERS.unpack(folder.resolve("families"));
        Path disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(
                runs("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()), "This user may mount nothing");
        try {
            FolderMerge merge = new FolderMerge(
                    Program.parse("base + sum(taus)"),
                    models.resolve("seed"),
                    List.of(models.resolve("specialist1")),
                    disk.resolve("merged"),
                    SHARD);
            Path others = disk.resolve("others");
            Progress filling = Progress.of((tensor, at, of) -> fill(at == of / 2, others), () -> false);
            assertThatThrownBy(() -> merge.run(filling))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("No space left on device")
                    .hasMessageContaining("Make room and merge again");
            Files.delete(others);
            FolderMerge.Outcome outcome = merge.run(Progress.NONE);
            assertThat(outcome.resumed()).isBetween(1, outcome.shards() - 1);
        } finally {
            assertThat(runs("umount", disk.toString())).isTrue();
        }
    }

    /** As somebody else does who writes to the same disk. */
    private static void fill(boolean now, Path file) {
        if (now) {
            try (OutputStream out = Files.newOutputStream(file)) {
                for (int i = 0; i < 100; i++) {
                    out.write(new byte[65_536]);
                }
            } catch (IOException e) {
                // It is full, as it should be.
            }
        }
    }

    private static boolean runs(String... words) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}

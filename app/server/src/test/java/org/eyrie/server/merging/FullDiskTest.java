package org.eyrie.server.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eyrie.develop.port.RunListener;
import org.eyrie.llama.shipped.ShippedFamily;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.FailedRun;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.RunOrder;
import org.eyrie.program.Program;
import org.eyrie.server.developing.command.CommandEvaluator;
import org.eyrie.server.developing.command.CommandSettings;
import org.eyrie.server.developing.command.ListedItems;
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

    @Test
    void aSearchOnAFullDiskHasAFailedRunAndTheNextOneGoesOnWhenThereIsRoom(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path models = ShippedFamily.CIPHERS.unpack(folder.resolve("families"));
        Path log = Files.createDirectories(folder.resolve("log"));
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            lines.append("{\"doc_id\": %d, \"doc_hash\": \"h%d\", \"exact_match\": 1}\n".formatted(i, i));
        }
        Files.writeString(log.resolve("samples_sums_2026-01-01T00-00-00.jsonl"), lines);
        Path disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(
                runs("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()), "This user may mount nothing");
        try {
            Path script = Files.writeString(
                    folder.resolve("answer.sh"),
                    "cat '" + log + "'/samples_sums* > \"$2/samples_sums_2026-01-01T00-00-00.jsonl\"\n");
            CommandSettings settings = new CommandSettings(
                    "sh '" + script + "' {model} {out} {items_file}",
                    "",
                    models.resolve("seed"),
                    List.of(models.resolve("specialist1")),
                    disk.resolve("work"),
                    Duration.ofMinutes(1),
                    1);
            CommandEvaluator evaluator = new CommandEvaluator(
                    settings, ListedItems.develop(List.of(log), new DevelopmentId("a")), note -> {});
            Program sum = Program.parse("base + sum(taus)");
            List<RunOrder> orders = List.of(new RunOrder(0, sum.id(), List.of(0, 1), false, Double.NaN, Double.NaN));
            List<ItemRun> done = new ArrayList<>();
            List<FailedRun> failed = new ArrayList<>();
            Path others = disk.resolve("others");
            fill(true, others);
            evaluator.run(orders, List.of(sum), Progress.NONE, RunListener.of(done::add, failed::add));
            assertThat(done).isEmpty();
            assertThat(failed).singleElement().satisfies(run -> assertThat(run.reason())
                    .containsAnyOf("room for", "No space left"));
            Files.delete(others);
            evaluator.run(orders, List.of(sum), Progress.NONE, RunListener.of(done::add, failed::add));
            assertThat(done).extracting(ItemRun::outcomes).containsExactly("11");
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

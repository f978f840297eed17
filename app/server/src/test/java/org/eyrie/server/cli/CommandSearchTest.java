package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eyrie.llama.shipped.ShippedFamily;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.model.development.SearchState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole searches in which a command evaluates: it answers as lm_eval does, by the bytes of what was merged. */
class CommandSearchTest extends CommandLineTest {

    /** A document is solved where a sum over the merge's bytes says so; every seventh merge fails. */
    private static final String COMMAND = """
        sum=$(cksum < "$1/model.safetensors" | cut -d ' ' -f 1)
        echo "$sum" >> '%1$s/merges'
        if [ $(( sum %% 7 )) -eq 0 ]; then echo "no luck with $sum" >&2; exit 5; fi
        for task in sums words; do
          numbers=$(sed -n "s/.*\\"$task\\":\\[\\([0-9,]*\\)\\].*/\\1/p" "$2" | tr ',' ' ')
          for n in $numbers; do
            echo "{\\"doc_id\\": $n, \\"doc_hash\\": \\"$task-$n\\", \\"filter\\": \\"none\\", \\"metrics\\": [\\"exact_match\\"], \\"exact_match\\": $(( (sum / 7 + n) %% 5 > 1 ))}"
          done > "$3/samples_${task}_2026-01-01T00-00-00.jsonl"
        done
        """;

    @TempDir
    private Path folder = Path.of("nowhere");

    private Path log = folder;
    private String command = "";

    @BeforeEach
    void listItems() throws IOException {
        emptyStore();
        dataFolder(folder.resolve("data"));
        log = Files.createDirectories(folder.resolve("log"));
        for (String task : List.of("sums", "words")) {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                lines.append("{\"doc_id\": %d, \"doc_hash\": \"%s-%d\", \"exact_match\": 1}\n".formatted(i, task, i));
            }
            Files.writeString(log.resolve("samples_" + task + "_2026-01-01T00-00-00.jsonl"), lines);
        }
        Path script = Files.writeString(folder.resolve("command.sh"), COMMAND.formatted(folder));
        command = "sh '" + script + "' {model} {items_file} {out} {tasks}";
    }

    private Run start(String name, String models, String seed) {
        return eyrie(
                "develop",
                "start",
                name,
                "--base",
                models + "/seed",
                "--parent",
                models + "/specialist1",
                "--parent",
                models + "/specialist2",
                "--listed",
                log.toString(),
                "--evaluator",
                command,
                "--attempts",
                "1",
                "--items-budget",
                "300",
                "--seed",
                seed);
    }

    private SearchRecord record(String name) {
        return sample().developments().read(new DevelopmentId(name));
    }

    @Test
    void itGoesToItsEndWithFailedMergesInTheRecordAndLeavesNoFolderBehind() throws IOException {
        Run started = start("mine", "ciphers", "0");
        assertThat(started.exitCode()).as(started.err()).isZero();
        Run run = eyrie("develop", "run", "mine");
        assertThat(run.exitCode()).as(run.err()).isZero();
        SearchRecord record = record("mine");
        assertThat(record.state()).isEqualTo(SearchState.FINISHED);
        assertThat(record.spent()).isBetween(100L, 300L);
        assertThat(record.failures()).isNotEmpty().allSatisfy(failure -> assertThat(failure.reason())
                .contains("exit code 5", "no luck with"));
        Run test = eyrie("develop", "test", "mine", "--json");
        if (test.exitCode() != 0) {
            assertThat(test.err()).contains("exit code 5");
        }
        try (var left = Files.walk(folder.resolve("data-searches"))) {
            assertThat(left.map(Path::toString)).noneMatch(path -> path.endsWith(".safetensors"));
        }
    }

    @Test
    void twoSearchesOfOneDataFolderDoNotMixTheirMerges() throws InterruptedException {
        start("one", "ciphers", "0");
        start("two", "ciphers", "5");
        Thread other = new Thread(() -> eyrie("develop", "run", "two"));
        other.start();
        Run run = eyrie("develop", "run", "one");
        other.join();
        assertThat(run.exitCode()).as(run.err()).isZero();
        for (String name : List.of("one", "two")) {
            assertThat(record(name).state()).isEqualTo(SearchState.FINISHED);
            assertThat(record(name).failures())
                    .allSatisfy(failure -> assertThat(failure.reason()).contains("exit code 5"));
        }
    }

    @Test
    void aParentWithANumberThatIsNoneIsToldByItsTensorBeforeAnythingIsPaid() throws IOException {
        Path models = ShippedFamily.CIPHERS.unpack(folder.resolve("families"));
        Path file = models.resolve("specialist2").resolve("model.safetensors");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] = 0x7e;
        Files.write(file, bytes);
        Run started = start("broken", models.toString(), "0");
        Run run = started.exitCode() == 0 ? eyrie("develop", "run", "broken") : started;
        assertThat(run.exitCode()).isNotZero();
        assertThat(run.err())
                .contains("specialist2", "tensor ", "is NaN", "leave it out")
                .doesNotContain("Exception");
        assertThat(folder.resolve("merges")).doesNotExist();
    }
}

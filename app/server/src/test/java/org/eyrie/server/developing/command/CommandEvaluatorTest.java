package org.eyrie.server.developing.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eyrie.develop.port.RunListener;
import org.eyrie.llama.shipped.ShippedFamily;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.FailedRun;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.RunOrder;
import org.eyrie.program.Program;
import org.eyrie.server.merging.FolderMerge;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;
import org.eyrie.weights.MergeWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands that answer well, badly, too much, too little, or never. */
class CommandEvaluatorTest {

    private static final Program SUM = Program.parse("base + sum(taus)");
    private static final Program NOT_FINITE =
            Program.parse("base + 1000 * 1000 * power(power(1000 * 1000 * 1000 * 1000 * sum(taus), 4), 4)");

    /** Answers every document of items.json as {@code lm_eval} writes it: even numbers are solved. */
    private static final String ANSWER = """
        test -f "$1/model.safetensors" || exit 9
        for task in sums words; do
          numbers=$(sed -n "s/.*\\"$task\\":\\[\\([0-9,]*\\)\\].*/\\1/p" "$2" | tr ',' ' ')
          for n in $numbers; do
            echo "{\\"doc_id\\": $n, \\"doc_hash\\": \\"$task-$n\\", \\"filter\\": \\"none\\", \\"metrics\\": [\\"exact_match\\"], \\"exact_match\\": $(( (n + 1) % 2 ))}" \\
              >> "$3/samples_${task}_2026-01-01T00-00-00.jsonl"
          done
        done
        """;

    @TempDir
    private Path folder = Path.of("nowhere");

    private final List<ItemRun> done = new ArrayList<>();
    private final List<FailedRun> failed = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private ListedItems items;
    private Path models = folder;

    @BeforeEach
    void listItems() throws IOException {
        models = ShippedFamily.CIPHERS.unpack(folder.resolve("families"));
        Path log = Files.createDirectories(folder.resolve("log"));
        for (String task : List.of("sums", "words")) {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < 20; i++) {
                lines.append("{\"doc_id\": %d, \"doc_hash\": \"%s-%d\", \"exact_match\": 1}\n".formatted(i, task, i));
            }
            // A document that stands there twice: later answers could not tell which of the two is meant.
            lines.append("{\"doc_id\": 20, \"doc_hash\": \"%s-3\", \"exact_match\": 1}\n".formatted(task));
            Files.writeString(log.resolve("samples_" + task + "_2026-01-01T00-00-00.jsonl"), lines);
        }
        items = ListedItems.develop(List.of(log), new DevelopmentId("a"));
    }

    private CommandEvaluator evaluator(String script, int seconds, int attempts) throws IOException {
        Path file = Files.writeString(folder.resolve("command.sh"), script);
        return new CommandEvaluator(
                new CommandSettings(
                        "sh '" + file + "' {model} {items_file} {out} {tasks}",
                        "",
                        models.resolve("seed"),
                        List.of(models.resolve("specialist1"), models.resolve("specialist2")),
                        folder.resolve("work"),
                        Duration.ofSeconds(seconds),
                        attempts),
                items,
                notes::add);
    }

    private void run(CommandEvaluator evaluator, Progress progress, RunOrder... orders) {
        List<Program> programs = new ArrayList<>();
        for (RunOrder order : orders) {
            programs.add(order.program().equals(SUM.id()) ? SUM : NOT_FINITE);
        }
        evaluator.run(List.of(orders), programs, progress, RunListener.of(done::add, failed::add));
    }

    private static RunOrder order(int number, Program program, Integer... positions) {
        return new RunOrder(number, program.id(), List.of(positions), false, Double.NaN, Double.NaN);
    }

    private String expected(int... positions) {
        StringBuilder text = new StringBuilder();
        for (int position : positions) {
            text.append((items.document(position).number() + 1) % 2);
        }
        return text.toString();
    }

    @Test
    void developmentAndTestShareNoItemAndTwinsStandOnce() {
        List<Path> logs = List.of(folder.resolve("log"));
        ListedItems test = ListedItems.test(logs, new DevelopmentId("a"));
        assertThat(items.searchItems()).doesNotContainAnyElementsOf(test.searchItems());
        assertThat(items.searchItems().size() + test.searchItems().size()).isEqualTo(40);
    }

    @Test
    void allOrdersOfAMergeAreOneRunAndEachGetsItsOutcomes() throws IOException {
        int last = items.searchItems().size() - 1;
        run(
                evaluator("echo run >> '" + folder.resolve("runs") + "'\n" + ANSWER, 60, 1),
                Progress.NONE,
                order(0, SUM, 0, 2, last),
                order(1, SUM, 1));
        assertThat(failed).isEmpty();
        assertThat(done)
                .containsExactly(
                        new ItemRun(0, SUM.id(), List.of(0, 2, last), expected(0, 2, last)),
                        new ItemRun(1, SUM.id(), List.of(1), expected(1)));
        assertThat(folder.resolve("runs")).hasContent("run");
        assertThat(notes).isEmpty();
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    @Test
    void aMergeThatIsNotFiniteFailsAloneAndTheOthersGoOn() throws IOException {
        run(evaluator(ANSWER, 60, 1), Progress.NONE, order(0, NOT_FINITE, 0), order(1, SUM, 0));
        assertThat(failed).singleElement().satisfies(one -> assertThat(one.reason())
                .contains("Infinity"));
        assertThat(done).extracting(ItemRun::number).containsExactly(1);
    }

    @Test
    void answersThatNobodyAskedForAreToldAndLeftAside() throws IOException {
        String more = """
            echo '{"doc_id": 99, "doc_hash": "sums-99", "filter": "none", "exact_match": 1}' >> "$3/samples_sums_2026-01-01T00-00-00.jsonl"
            echo '{"doc_id": 1, "doc_hash": "x", "filter": "none", "exact_match": 1}' >> "$3/samples_other_2026-01-01T00-00-00.jsonl"
            """;
        run(evaluator(ANSWER + more, 60, 1), Progress.NONE, order(0, SUM, 0));
        assertThat(done).extracting(ItemRun::outcomes).containsExactly(expected(0));
        assertThat(notes).singleElement().asString().contains("2 answers");
    }

    @Test
    void theSameAnswerTwiceCountsOnceAndTwoDifferentOnesCountNot() throws IOException {
        String twice = "for f in \"$3\"/*; do cat \"$f\" > \"$3/t\"; cat \"$3/t\" >> \"$f\"; rm \"$3/t\"; done\n";
        run(evaluator(ANSWER + twice, 60, 1), Progress.NONE, order(0, SUM, 0));
        assertThat(failed).isEmpty();
        assertThat(done).hasSize(1);
        String other = "for f in \"$3\"/*; do sed 's/\"exact_match\": 1/\"exact_match\": 0/; t; s/\"exact_match\":"
                + " 0/\"exact_match\": 1/' \"$f\" > \"$3/t\"; cat \"$3/t\" >> \"$f\"; rm \"$3/t\"; done\n";
        run(evaluator(ANSWER + other, 60, 1), Progress.NONE, order(1, SUM, 0));
        assertThat(failed).singleElement().satisfies(one -> assertThat(one.reason())
                .contains("twice"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        exit 3                                                                | exit code 3
        echo out of memory >&2; exit 1                                        | out of memory
        true                                                                  | 0 of 2 items
        echo rubbish > "$3/samples_sums_2026-01-01T00-00-00.jsonl"            | 0 of 2 items
        echo '{"doc_id": 0, "doc_hash": "sums-77", "exact_match": 1}' > "$3/samples_sums_2026-01-01T00-00-00.jsonl" | 0 of 2 items
        dd if=/dev/zero bs=1000000 count=30 2>/dev/null; echo the end; exit 4 | the end
        kill -9 $$                                                            | exit code 137
        """)
    void aCommandThatFailsIsAFailedRunWithItsReason(String script, String reason) throws IOException {
        run(evaluator(script, 60, 1), Progress.NONE, order(0, SUM, 0, 1));
        assertThat(done).isEmpty();
        assertThat(failed).singleElement().satisfies(one -> assertThat(one.reason())
                .contains(reason));
    }

    @Test
    void anOrderThatIsAnsweredInPartFailsAndOneThatIsWholeCounts() throws IOException {
        String first = ANSWER.replace("for n in $numbers", "for n in ${numbers%% *}");
        int tasks = (int) items.searchItems().stream()
                .filter(item -> item.task().equals("sums"))
                .count();
        run(evaluator(first, 60, 1), Progress.NONE, order(0, SUM, 0, tasks), order(1, SUM, 1, 2));
        assertThat(done).extracting(ItemRun::number).containsExactly(0);
        assertThat(failed).singleElement().satisfies(one -> assertThat(one.reason())
                .contains("0 of 2 items"));
    }

    @Test
    void whatFailsOnceIsTriedAgain() throws IOException {
        Path mark = folder.resolve("mark");
        String once = "if [ ! -e '" + mark + "' ]; then touch '" + mark + "'; exit 1; fi\n";
        run(evaluator(once + ANSWER, 60, 2), Progress.NONE, order(0, SUM, 0));
        assertThat(done).hasSize(1);
    }

    @Test
    void aCommandThatHangsIsEndedWithAllThatItStarted() throws IOException, InterruptedException {
        Path pid = folder.resolve("pid");
        run(evaluator("sleep 300 & echo $! > '" + pid + "'; wait", 2, 1), Progress.NONE, order(0, SUM, 0));
        assertThat(failed).singleElement().satisfies(one -> assertThat(one.reason())
                .contains("longer than 2 s"));
        assertGone(pid);
    }

    @Test
    void aSearchThatIsCancelledLeavesNoCommandBehind() throws IOException, InterruptedException {
        Path pid = folder.resolve("pid");
        AtomicBoolean stop = new AtomicBoolean();
        // Moved into its place once it is written: it is looked for from elsewhere.
        CommandEvaluator evaluator =
                evaluator("sleep 300 & echo $! > '" + pid + ".part'; mv '" + pid + ".part' '" + pid + "'; wait", 60, 1);
        Progress progress = Progress.of((step, at, of) -> {}, () -> stop.get() || Files.exists(pid));
        assertThatThrownBy(() -> run(evaluator, progress, order(0, SUM, 0))).isInstanceOf(CancelledException.class);
        assertThat(done).isEmpty();
        assertThat(failed).isEmpty();
        assertGone(pid);
    }

    @Test
    void whatAKilledRunLeftBehindIsGoneOnWith() throws IOException {
        List<Path> parents = List.of(models.resolve("specialist1"), models.resolve("specialist2"));
        Path left = folder.resolve("work").resolve(SUM.id().replace(':', '-'));
        new FolderMerge(SUM, models.resolve("seed"), parents, left.resolve("model"), MergeWriter.SHARD)
                .run(Progress.NONE);
        Files.createDirectories(left.resolve("out"));
        Files.writeString(left.resolve("out").resolve("samples_sums_2026-01-01T00-00-00.jsonl"), "{half a line");
        run(evaluator(ANSWER, 60, 1), Progress.NONE, order(0, SUM, 0, 1));
        assertThat(failed).isEmpty();
        assertThat(done).extracting(ItemRun::outcomes).containsExactly(expected(0, 1));
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    @Test
    void aCommandThatCtrlCEndedBeforeTheProgramHeardOfItIsNoFailedRun() throws IOException {
        Path mark = folder.resolve("mark");
        AtomicInteger asked = new AtomicInteger();
        Progress late = Progress.of((step, at, of) -> {}, () -> Files.exists(mark) && asked.incrementAndGet() > 5);
        CommandEvaluator evaluator = evaluator("touch '" + mark + "'; exit 130", 60, 2);
        assertThatThrownBy(() -> run(evaluator, late, order(0, SUM, 0))).isInstanceOf(CancelledException.class);
        assertThat(failed).isEmpty();
        assertThat(done).isEmpty();
    }

    private static void assertGone(Path pid) throws IOException, InterruptedException {
        long process = Long.parseLong(Files.readString(pid).strip());
        for (int i = 0; i < 50 && alive(process); i++) {
            Thread.sleep(100);
        }
        assertThat(alive(process)).isFalse();
    }

    private static boolean alive(long process) {
        return ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        lm_eval {model} {out}                     | every item would be run
        lm_eval {model} --samples {items}         | {out}
        lm_eval {items} {out}                     | {model}
        lm_eval '{model} {items} {out}            | not closed
        """)
    void aCommandWithoutItsPlacesIsRefusedBeforeAnythingRuns(String command, String reason) {
        assertThatThrownBy(() -> CommandTemplate.of(command))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void whatIsFilledInNeverBecomesAWordOrAPlaceOfItsOwn() {
        CommandTemplate template = CommandTemplate.of("run --args 'pretrained={model},x=1' {items} {out}");
        assertThat(template.filled(Map.of("{model}", "/a b/{out}; rm -rf", "{items}", "{\"t\":[0]}", "{out}", "/o")))
                .containsExactly("run", "--args", "pretrained=/a b/{out}; rm -rf,x=1", "{\"t\":[0]}", "/o");
    }
}

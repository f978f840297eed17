package org.eyrie.server.developing.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eyrie.develop.port.RunListener;
import org.eyrie.llama.files.ModelFolder;
import org.eyrie.llama.items.BenchmarkItem;
import org.eyrie.llama.items.ExactMatch;
import org.eyrie.llama.items.ItemFile;
import org.eyrie.llama.shipped.ShippedFamily;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.FailedRun;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.RunOrder;
import org.eyrie.program.Program;
import org.eyrie.server.merging.FolderMerge;
import org.eyrie.task.Progress;
import org.eyrie.weights.MergeWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real lm-evaluation-harness, offline, on a family that comes along and a task in a file, where EYRIE_LM_EVAL_PYTHON names a
 * Python that has it.
 */
class RealHarnessTest {

    private static final Program SUM = Program.parse("base + .6 * tau(1) + .6 * tau(2) + .6 * tau(3)");
    private static final int ITEMS = 40;

    @Test
    void itsAnswersToSomeItemsAreThoseOfTheBuiltInLlama(@TempDir Path folder) throws IOException, InterruptedException {
        String python = System.getenv().getOrDefault("EYRIE_LM_EVAL_PYTHON", "");
        assumeTrue(!python.isBlank(), "EYRIE_LM_EVAL_PYTHON names no Python with lm-evaluation-harness");
        Path models = ShippedFamily.CIPHERS.unpack(folder);
        List<String> lines = Files.readAllLines(ShippedFamily.items(models)).stream()
                .filter(line -> line.contains("\"develop\""))
                .limit(ITEMS)
                .toList();
        Path file = Files.write(folder.resolve("items.jsonl"), lines);
        Path tasks = Files.createDirectories(folder.resolve("tasks"));
        Files.writeString(tasks.resolve("ciphers.yaml"), """
            task: ciphers_local
            dataset_path: json
            dataset_kwargs:
              data_files:
                test: %s
            test_split: test
            output_type: generate_until
            doc_to_text: "{{prompt}}"
            doc_to_target: "{{answer}}"
            generation_kwargs:
              until: ["\\n"]
              max_gen_toks: 12
              do_sample: false
            metric_list:
              - metric: exact_match
                aggregation: mean
                higher_is_better: true
            """.formatted(file));
        String command = "env HF_HUB_OFFLINE=1 HF_DATASETS_OFFLINE=1 HF_HOME='" + folder.resolve("cache") + "' '"
                + python
                + "' -m lm_eval run --model hf --model_args pretrained={model},dtype=float32 --device cpu --batch_size"
                + " 16 --include_path"
                + " '" + tasks + "' --tasks {tasks} --samples {items} --log_samples --output_path {out}";
        Path log = folder.resolve("log");
        listBase(command, models.resolve("seed"), log);
        ListedItems items = ListedItems.develop(List.of(log), new DevelopmentId("real"));
        List<Integer> asked = new ArrayList<>();
        for (int i = 0; i < items.searchItems().size(); i += 2) {
            asked.add(i);
        }
        List<Path> parents =
                ShippedFamily.MODELS.stream().skip(1).map(models::resolve).toList();
        CommandSettings settings = new CommandSettings(
                command, "", models.resolve("seed"), parents, folder.resolve("work"), Duration.ofMinutes(10), 1);
        List<ItemRun> done = new ArrayList<>();
        List<FailedRun> failed = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        new CommandEvaluator(settings, items, notes::add)
                .run(
                        List.of(new RunOrder(0, SUM.id(), asked, false, Double.NaN, Double.NaN)),
                        List.of(SUM),
                        Progress.NONE,
                        RunListener.of(done::add, failed::add));
        assertThat(failed).isEmpty();
        assertThat(notes).isEmpty();
        assertThat(done).singleElement().satisfies(run -> assertThat(run.outcomes())
                .isEqualTo(ours(folder, models, parents, file, items, asked)));
    }

    /** As a person would list the items once: the base on all of them. */
    private static void listBase(String command, Path seed, Path log) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(CommandTemplate.of(command)
                .filled(Map.of("{model}", seed.toString(), "{tasks}", "ciphers_local", "{out}", log.toString())));
        int samples = words.indexOf("--samples");
        words.remove(samples + 1);
        words.remove(samples);
        ChildProcess.Ending ending = new ChildProcess().run(words, Duration.ofMinutes(10), Progress.NONE);
        assertThat(ending.reason()).isEmpty();
    }

    private static String ours(
            Path folder, Path models, List<Path> parents, Path file, ListedItems items, List<Integer> asked)
            throws IOException {
        Path merged = folder.resolve("merged");
        new FolderMerge(SUM, models.resolve("seed"), parents, merged, MergeWriter.SHARD).run(Progress.NONE);
        ModelFolder model = ModelFolder.read(merged);
        List<BenchmarkItem> questions = ItemFile.read(file);
        boolean[] solved = new ExactMatch("items", questions, model).solvedBy(model.model());
        StringBuilder text = new StringBuilder();
        for (int position : asked) {
            text.append(solved[items.document(position).number()] ? '1' : '0');
        }
        return text.toString();
    }
}

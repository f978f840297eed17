package org.eyrie.server.developing.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eyrie.develop.lesson.LessonRule;
import org.eyrie.develop.lesson.PreferenceLesson;
import org.eyrie.develop.lesson.ProgramPreference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Preferences as trainers load them, where EYRIE_LM_EVAL_PYTHON names a Python that has datasets. */
class TrainerColumnsTest {

    private static final String LOAD = """
            import sys
            from datasets import load_dataset
            rows = load_dataset("json", data_files=sys.argv[1], split="train", cache_dir=sys.argv[2])
            assert all(isinstance(row[name], str) for row in rows for name in ("prompt", "chosen", "rejected"))
            print(len(rows), rows[0]["chosen"] == "base + \\u00e9 \\"x\\"\\n sum(taus)", rows.column_names[:3])
            """;

    @Test
    void datasetsLoadsPromptChosenAndRejected(@TempDir Path folder) throws IOException, InterruptedException {
        String python = System.getenv().getOrDefault("EYRIE_LM_EVAL_PYTHON", "");
        assumeTrue(!python.isBlank(), "EYRIE_LM_EVAL_PYTHON names no Python with datasets");
        String line = new ProgramPreference(
                        PreferenceLesson.prompt(3),
                        "base + \u00e9 \"x\"\n sum(taus)",
                        "base + tau(1)",
                        "alg:1",
                        "alg:2",
                        .7,
                        .5,
                        .97,
                        LessonRule.INTERVAL,
                        "a")
                .json();
        Path file = Files.write(folder.resolve("preferences.jsonl"), List.of(line, line));
        Path script = Files.writeString(folder.resolve("load.py"), LOAD);
        Process process = new ProcessBuilder(
                        python,
                        script.toString(),
                        file.toString(),
                        folder.resolve("cache").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(out.strip()).isEqualTo("2 True ['prompt', 'chosen', 'rejected']");
    }
}

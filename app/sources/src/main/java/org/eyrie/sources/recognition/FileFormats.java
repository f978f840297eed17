package org.eyrie.sources.recognition;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.eyrie.sources.adapter.AdapterSource;
import org.eyrie.sources.card.CardSource;
import org.eyrie.sources.config.ConfigSource;
import org.eyrie.sources.gguf.GgufSource;
import org.eyrie.sources.lmeval.LmEvalSource;
import org.eyrie.sources.mergekit.MergekitSource;
import org.eyrie.sources.ndjson.NdjsonSource;
import org.eyrie.sources.openllm.ContentsTable;
import org.eyrie.sources.recognition.FileFormat.Found;
import org.eyrie.sources.spi.Source;

/** Every kind of file that is told by its content: a line each. */
final class FileFormats {

    private static final Pattern FACT =
            Pattern.compile("\\A\\s*\\{[^\\n]*\"kind\"\\s*:\\s*\"(model|traits|edge|score|item)\"");
    private static final Pattern SAMPLE = Pattern.compile("samples_.*\\.jsonl");

    static final List<FileFormat> ALL = List.of(
            new FileFormat("lm-eval", "harness results", FileFormats::isHarness, false, FileFormats::harness),
            FileFormat.ofModel("mergekit", "merge recipe", FileFormats::isRecipe, MergekitSource::new),
            FileFormat.ofModel("card", "model card", FileFormats::isCard, CardSource::new),
            FileFormat.ofModel("adapter", "adapter", peek -> peek.has("peft_type"), AdapterSource::new),
            FileFormat.ofModel("config", "network configuration", FileFormats::isConfig, ConfigSource::new),
            FileFormat.each(
                    "gguf",
                    "GGUF header",
                    peek -> peek.beginsWith("GGUF"),
                    (input, found) -> new GgufSource(input, found.model())),
            FileFormat.each(
                    "ndjson",
                    "facts",
                    peek -> FACT.matcher(peek.text()).find(),
                    (input, found) -> new NdjsonSource(input)),
            FileFormat.each(
                    "open-llm-leaderboard",
                    "Open LLM Leaderboard",
                    FileFormats::isContents,
                    (input, found) -> new ContentsTable(input)),
            new FileFormat(
                    "leaderboard", "leaderboard tables", LeaderboardTables::fit, false, LeaderboardTables::sources));

    private FileFormats() {}

    private static boolean isHarness(Peek peek) {
        boolean results = peek.has("results")
                && peek.hasAny(
                        "config", "configs", "versions", "n-shot", "config_general", "config_tasks", "lm_eval_version");
        return results
                || (SAMPLE.matcher(peek.name()).matches() && peek.hasAny("doc_id", "doc_hash", "filtered_resps"));
    }

    private static List<Source> harness(List<Found> files) {
        List<Path> paths = files.stream().map(Found::file).toList();
        return List.of(new LmEvalSource(paths, files.get(0).model(), false));
    }

    private static boolean isRecipe(Peek peek) {
        boolean recipe = peek.hasLine("merge_method", "gate_mode", "genome");
        boolean experts = peek.hasLine("experts") && peek.hasLine("base_model");
        return (recipe || experts) && !isCard(peek);
    }

    private static boolean isCard(Peek peek) {
        return peek.name().endsWith(".md")
                && (!peek.frontMatter().isEmpty() || peek.name().equals("readme.md"));
    }

    private static boolean isConfig(Peek peek) {
        return peek.hasAny("model_type", "architectures") && !peek.hasAny("peft_type", "results");
    }

    private static boolean isContents(Peek peek) {
        boolean table = peek.hasColumnOf("fullname", "eval_name", "model_name_for_query");
        return peek.beginsWith("PAR1") || (table && !peek.isJson());
    }
}

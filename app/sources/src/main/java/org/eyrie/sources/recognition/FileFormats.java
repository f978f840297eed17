package org.eyrie.sources.recognition;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eyrie.sources.adapter.AdapterSource;
import org.eyrie.sources.card.CardSource;
import org.eyrie.sources.card.EvalResultsSource;
import org.eyrie.sources.config.ConfigSource;
import org.eyrie.sources.conventions.ScaleEvidence;
import org.eyrie.sources.cyclonedx.CycloneDxSource;
import org.eyrie.sources.evalplus.EvalPlusSource;
import org.eyrie.sources.everyeval.EveryEvalSource;
import org.eyrie.sources.gguf.GgufSource;
import org.eyrie.sources.inspect.InspectSource;
import org.eyrie.sources.lmeval.LmEvalSource;
import org.eyrie.sources.mergekit.MergekitSource;
import org.eyrie.sources.mlflow.MetricKeys;
import org.eyrie.sources.ndjson.NdjsonSource;
import org.eyrie.sources.opencompass.OpenCompassSource;
import org.eyrie.sources.openllm.ContentsTable;
import org.eyrie.sources.spi.UnknownModels;
import org.eyrie.sources.wandb.WandbSource;

/** Every kind of file that is told by its content: a line each. */
final class FileFormats {

    private static final Pattern FACT =
            Pattern.compile("\\A\\s*\\{[^\\n]*\"kind\"\\s*:\\s*\"(model|traits|edge|score|item)\"");
    private static final Pattern RESULT =
            Pattern.compile("(?s)\\A\\s*(#[^\\n]*\\s+|---\\s+)*-\\s+(dataset|data)\\s*:.*\\bid\\s*:");
    private static final Pattern SAMPLE = Pattern.compile("samples_.*\\.jsonl");

    private static final Pattern DETAILS = Pattern.compile("details_.*\\.parquet");

    /** Lists in what is called a file of lines, as lm-evaluation-harness wrote them before 0.4.3. */
    private static final Pattern OLD_SAMPLES = Pattern.compile("\\s*\\[\\s*\\{\\s*\"doc_id\"");

    private FileFormats() {}

    /**
     * All of them.
     *
     * @param evidence what is known of data sets, to tell shares from percentages
     * @param unknown what becomes of models that tables name and nobody else
     */
    static List<FileFormat> all(ScaleEvidence evidence, UnknownModels unknown) {
        return Stream.of(evaluations(), lineage(), published(evidence), tables(evidence, unknown))
                .flatMap(List::stream)
                .toList();
    }

    private static List<FileFormat> evaluations() {
        return List.of(
                FileFormat.together(
                        "lm-eval",
                        "harness results",
                        FileFormats::isHarness,
                        (paths, model) -> new LmEvalSource(paths, model, false)),
                FileFormat.together(
                        "inspect",
                        "logs of Inspect",
                        FileFormats::isInspect,
                        (paths, model) -> new InspectSource(paths, model, false)),
                FileFormat.together(
                        "evalplus",
                        "results of EvalPlus",
                        peek -> peek.has("eval") && peek.hasAny("hash", "date") && !peek.has("status"),
                        EvalPlusSource::new),
                FileFormat.together(
                        "every-eval-ever",
                        "records of Every Eval Ever",
                        peek -> peek.has("schema_version") && peek.has("evaluation_id"),
                        (paths, model) -> new EveryEvalSource(paths, model, false)),
                FileFormat.each(
                        "opencompass",
                        "summary of OpenCompass",
                        peek -> !peek.isJson() && OpenCompassSource.looksLike(peek.text()),
                        (input, found) -> new OpenCompassSource(input, found.model())));
    }

    private static List<FileFormat> lineage() {
        return List.of(
                FileFormat.ofModel("mergekit", "merge recipe", FileFormats::isRecipe, MergekitSource::new),
                FileFormat.ofModel("adapter", "adapter", peek -> peek.has("peft_type"), AdapterSource::new),
                FileFormat.ofModel("config", "network configuration", FileFormats::isConfig, ConfigSource::new),
                FileFormat.each(
                        "gguf",
                        "GGUF header",
                        peek -> peek.beginsWith("GGUF"),
                        (input, found) -> new GgufSource(input, found.model())));
    }

    private static List<FileFormat> published(ScaleEvidence evidence) {
        return List.of(
                FileFormat.ofModel(
                        "card",
                        "model card",
                        FileFormats::isCard,
                        (input, model) -> new CardSource(input, model, evidence)),
                FileFormat.ofModel(
                        "eval-results",
                        "published results",
                        peek -> RESULT.matcher(peek.text()).find(),
                        (input, model) -> new EvalResultsSource(List.of(input), model, evidence)),
                FileFormat.each(
                        "cyclonedx",
                        "bill of materials",
                        peek -> peek.has("bomFormat"),
                        (input, found) -> new CycloneDxSource(input, evidence)));
    }

    private static List<FileFormat> tables(ScaleEvidence evidence, UnknownModels unknown) {
        return List.of(
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
                FileFormat.each(
                        "wandb",
                        "runs of Weights & Biases",
                        FileFormats::isRuns,
                        (input, found) -> new WandbSource(input, null, MetricKeys.DEFAULT, evidence)),
                new FileFormat(
                        "leaderboard",
                        "leaderboard tables",
                        LeaderboardTables::fit,
                        false,
                        files -> LeaderboardTables.sources(files, unknown)));
    }

    private static boolean isHarness(Peek peek) {
        boolean results = peek.has("results")
                && peek.hasAny(
                        "config", "configs", "versions", "n-shot", "config_general", "config_tasks", "lm_eval_version");
        return results
                || DETAILS.matcher(peek.name()).matches()
                || (peek.name().endsWith(".jsonl")
                        && OLD_SAMPLES.matcher(peek.text()).lookingAt())
                || (SAMPLE.matcher(peek.name()).matches() && peek.hasAny("doc_id", "doc_hash", "filtered_resps"));
    }

    private static boolean isInspect(Peek peek) {
        return (peek.beginsWith("PK") && peek.name().endsWith(".eval"))
                || (peek.has("eval") && peek.hasAny("status", "plan", "stats"));
    }

    // The interface exports runs with these beside the columns that a person chose.
    private static boolean isRuns(Peek peek) {
        return peek.hasColumns("name", "state") || peek.hasColumns("name", "runtime");
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
        return (peek.beginsWith("PAR1") && !DETAILS.matcher(peek.name()).matches()) || (table && !peek.isJson());
    }
}

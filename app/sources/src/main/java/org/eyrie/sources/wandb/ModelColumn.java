package org.eyrie.sources.wandb;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The column that says which model a run is of.
 *
 * @param name its name
 */
record ModelColumn(String name) {

    /** Where runs of an evaluation or a training name the model that they are of, the surest first. */
    static final List<String> USUAL = List.of(
            "hub_model_id",
            "model_id",
            "model_name",
            "pretrained",
            "model_args.pretrained",
            "cli_configs.model_args.pretrained",
            "cli_configs.model_args",
            "model_args",
            "model_name_or_path",
            "model",
            "Name");

    /** What runs the model, which the harness logs as the model. */
    private static final Set<String> BACKENDS = Set.of(
            "hf",
            "hf-auto",
            "hf-multimodal",
            "huggingface",
            "vllm",
            "vllm-vlm",
            "sglang",
            "gguf",
            "ggml",
            "mamba_ssm",
            "local-completions",
            "local-chat-completions",
            "openai-completions",
            "openai-chat-completions",
            "dummy");

    private static final Pattern ARGUMENT =
            Pattern.compile("(?:^|[,{\\s'\"])(?:pretrained|model)['\"]?\\s*[=:]\\s*['\"]?([^,'\"}]+)");

    /** The first of the usual columns that names a model in some row; empty where none does. */
    static Optional<ModelColumn> among(List<LoggedRun> runs) {
        return USUAL.stream()
                .map(ModelColumn::new)
                .filter(column -> runs.stream().anyMatch(run -> column.model(run) != null))
                .findFirst();
    }

    /** The model's name in a run's cell, out of arguments where it stands among those; null where there is none. */
    @Nullable
    String model(LoggedRun run) {
        String cell = run.cells().get(name);
        if (cell == null || BACKENDS.contains(cell.toLowerCase(Locale.ROOT))) {
            return null;
        }
        Matcher argument = ARGUMENT.matcher(cell);
        if (argument.find()) {
            return argument.group(1).strip();
        }
        return name.endsWith("model_args") ? null : cell;
    }
}

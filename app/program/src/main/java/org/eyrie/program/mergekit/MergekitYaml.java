package org.eyrie.program.mergekit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eyrie.program.language.Digits;
import org.eyrie.program.run.TensorKind;

/** A configuration as the text that {@code mergekit-yaml} reads. */
final class MergekitYaml {

    /** Parts of tensors' names by kind; the first that fits counts, so norms come before the attention they follow. */
    private static final Map<TensorKind, List<String>> FILTERS = filters();

    private final StringBuilder text = new StringBuilder();
    private final List<String> models;

    private MergekitYaml(List<String> models) {
        this.models = models;
    }

    /**
     * @param models names or folders: the base, then the parents
     * @param dtype what the merge is written in; empty leaves it to mergekit
     */
    static String of(MergekitConfig config, List<String> models, String dtype) {
        MergekitYaml yaml = new MergekitYaml(models);
        yaml.text.append("merge_method: ").append(config.method()).append('\n');
        if (config.base() >= 0) {
            yaml.text.append("base_model: ").append(yaml.model(config.base())).append('\n');
        }
        yaml.text.append("models:\n");
        for (MergekitConfig.Input input : config.models()) {
            yaml.text.append("  - model: ").append(yaml.model(input.model())).append('\n');
            yaml.parameters("    ", new LinkedHashMap<>(input.parameters()));
        }
        yaml.parameters("", config.shared());
        if (!dtype.isEmpty()) {
            yaml.text.append("dtype: ").append(dtype).append('\n');
        }
        return yaml.text.toString();
    }

    private String model(int number) {
        return "\"" + models.get(number).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private void parameters(String indent, Map<String, ?> parameters) {
        if (parameters.isEmpty()) {
            return;
        }
        text.append(indent).append("parameters:\n");
        parameters.forEach((name, value) -> {
            text.append(indent).append("  ").append(name).append(':');
            if (value instanceof DepthSetting setting) {
                setting(indent + "    ", setting);
            } else {
                text.append(' ').append(value).append('\n');
            }
        });
    }

    private void setting(String indent, DepthSetting setting) {
        List<Double> rest = setting.of(TensorKind.OTHER);
        List<TensorKind> named = new ArrayList<>(FILTERS.keySet());
        while (!named.isEmpty() && setting.of(named.get(named.size() - 1)).equals(rest)) {
            named.remove(named.size() - 1);
        }
        if (named.isEmpty()) {
            text.append(' ').append(values(rest)).append('\n');
            return;
        }
        text.append('\n');
        for (TensorKind kind : named) {
            for (String part : FILTERS.getOrDefault(kind, List.of())) {
                text.append(indent).append("- filter: ").append(part).append('\n');
                text.append(indent)
                        .append("  value: ")
                        .append(values(setting.of(kind)))
                        .append('\n');
            }
        }
        text.append(indent).append("- value: ").append(values(rest)).append('\n');
    }

    private static String values(List<Double> values) {
        return values.size() == 1
                ? number(values.get(0))
                : values.stream().map(MergekitYaml::number).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String number(double number) {
        String digits = Digits.text(number);
        return digits.startsWith(".") ? "0" + digits : digits.startsWith("-.") ? "-0" + digits.substring(1) : digits;
    }

    private static Map<TensorKind, List<String>> filters() {
        Map<TensorKind, List<String>> filters = new LinkedHashMap<>();
        filters.put(TensorKind.NORM, List.of("norm", "ln_"));
        filters.put(TensorKind.HEAD, List.of("lm_head", "embed_out"));
        filters.put(TensorKind.MLP, List.of("mlp", "feed_forward", "experts"));
        filters.put(TensorKind.ATTN, List.of("attn", "attention"));
        filters.put(TensorKind.EMBED, List.of("embed"));
        return filters;
    }
}

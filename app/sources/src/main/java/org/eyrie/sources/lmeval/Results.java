package org.eyrie.sources.lmeval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.ModelId;
import org.eyrie.model.Traits;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.text.Input;
import org.eyrie.sources.text.StrictReader;
import org.eyrie.sources.tree.ParsedTree;
import org.eyrie.sources.tree.StrictJson;
import org.jspecify.annotations.Nullable;

/** A results file: what was measured, and how it was run. */
final class Results {

    static final String HARNESS = "lm-evaluation-harness";

    /** Wrote the first leaderboard's files too, and says who is evaluated under another key. */
    private static final String LIGHTEVAL = "lighteval";

    private static final String GENERAL = "config_general";

    /** {@code suite|task|shots}, and a fourth field in some versions. */
    private static final Pattern WITH_SHOTS = Pattern.compile("[^|]+\\|[^|]+\\|(\\d{1,4})(?:\\|.*)?");

    /** The mean over everything that was run. */
    private static final String ALL = "all";

    private static final long MAX_BYTES = 64_000_000;

    /** The year 10000, in seconds since 1970. */
    private static final double END_OF_CALENDAR = 253_402_300_800.0;

    private final Map<String, Object> tree;
    private final @Nullable ModelId model;
    private final ItemCounts items;

    private Results(Map<String, Object> tree, @Nullable ModelId model) {
        this.tree = tree;
        this.model = model;
        this.items = new ItemCounts(tree);
    }

    /** Nothing but samples is at hand. */
    static Results none(@Nullable ModelId model) {
        return new Results(Map.of(), model);
    }

    /** @param model whose results they are, null to believe the file */
    static Results of(Path file, @Nullable ModelId model) throws IOException {
        Place place = Place.of(file.toString());
        if (Files.size(file) > MAX_BYTES) {
            throw new UnreadableException(place, "A results file is no larger than " + MAX_BYTES + " bytes");
        }
        Input input = Input.of(file);
        try (Input.Counted bytes = input.open();
                StrictReader reader = new StrictReader(file.toString(), bytes.stream(), (int) MAX_BYTES)) {
            Map<String, Object> tree = StrictJson.file(place, reader);
            if (!(tree.get("results") instanceof Map)) {
                throw new UnreadableException(
                        place, "It has no object \"results\": this is not a results file of " + HARNESS);
            }
            return new Results(tree, model != null ? model : EvaluatedModel.in(tree));
        }
    }

    @Nullable
    ModelId model() {
        return model;
    }

    /** Whether the run was told to see only some items, or says of a task that it did. */
    boolean isPartial() {
        if (ParsedTree.at(tree, "config", "limit") instanceof Number
                || ParsedTree.at(tree, GENERAL, "max_samples") instanceof Number) {
            return true;
        }
        for (Object samples : ParsedTree.child(tree, "n-samples").values()) {
            if (samples instanceof Map<?, ?> counts
                    && counts.get("effective") instanceof Number effective
                    && counts.get("original") instanceof Number original
                    && effective.doubleValue() < original.doubleValue()) {
                return true;
            }
        }
        return false;
    }

    /** Every task and group, with its metrics as the file writes them. */
    Map<String, Map<String, Object>> tasks() {
        Map<String, Map<String, Object>> tasks = new LinkedHashMap<>();
        for (String part : List.of("results", "groups")) {
            ParsedTree.child(tree, part).forEach((task, metrics) -> {
                if (metrics instanceof Map<?, ?> map) {
                    tasks.computeIfAbsent(task, name -> new LinkedHashMap<>()).putAll(ParsedTree.object(map));
                }
            });
        }
        if (isLighteval()) {
            tasks.remove(ALL);
        }
        return tasks;
    }

    /** Whether figures have names without filters, as in files of lighteval and in those before 0.4. */
    boolean isPlain() {
        return isLighteval()
                || tasks().values().stream()
                        .flatMap(metrics -> metrics.keySet().stream())
                        .noneMatch(key -> key.contains(","));
    }

    private boolean isLighteval() {
        return tree.get(GENERAL) instanceof Map;
    }

    private @Nullable Integer shots(String task) {
        Matcher named = WITH_SHOTS.matcher(task);
        if (isLighteval() && named.matches()) {
            return Integer.valueOf(named.group(1));
        }
        Integer shots = ParsedTree.integer(ParsedTree.at(tree, "n-shot", task));
        if (shots == null && isPlain()) {
            shots = ParsedTree.integer(ParsedTree.at(tree, "config", "num_fewshot"));
        }
        return shots != null && shots >= 0 ? shots : null;
    }

    /** How a task was run. */
    EvaluationSetup setup(String task, String metric, @Nullable String filter) {
        return new EvaluationSetup(
                task,
                metric,
                filter,
                isLighteval() ? LIGHTEVAL : HARNESS,
                version(ParsedTree.at(tree, "versions", task)),
                shots(task),
                tree.containsKey("chat_template") ? Boolean.valueOf(tree.get("chat_template") != null) : null);
    }

    /** What the run lets conclude of the model. */
    Traits traits() {
        return RunTraits.of(tree, this);
    }

    /** Number of items of a task, of a group that of its subtasks together; null where the file does not say. */
    @Nullable
    Integer items(String task) {
        return items.of(task);
    }

    /** Whether a metric is one of which more is better; true where the file does not say. */
    boolean higherIsBetter(String task, String metric) {
        return !Boolean.FALSE.equals(ParsedTree.at(tree, "higher_is_better", task, metric));
    }

    /** When the run began; null where the file does not say, or names no time of the calendar. */
    @Nullable
    Instant measuredAt() {
        return tree.get("date") instanceof Number seconds
                        && seconds.doubleValue() > 0
                        && seconds.doubleValue() < END_OF_CALENDAR
                ? Instant.ofEpochSecond(seconds.longValue())
                : null;
    }

    /** The program that measured, with what it says of its version. */
    String source() {
        if (isLighteval()) {
            return LIGHTEVAL;
        }
        String version = text("lm_eval_version") != null ? text("lm_eval_version") : text("git_hash");
        return version == null ? HARNESS : HARNESS + " " + version;
    }

    private @Nullable String text(String key) {
        return tree.get(key) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    // Old files say "Yaml", and groups "N/A".
    private static @Nullable String version(@Nullable Object value) {
        if (value instanceof Number) {
            return value.toString();
        }
        if (value instanceof String text && !text.isBlank() && !text.equals("Yaml") && !text.equals("N/A")) {
            return text.strip();
        }
        return null;
    }
}

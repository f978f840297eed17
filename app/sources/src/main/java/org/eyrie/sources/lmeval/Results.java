package org.eyrie.sources.lmeval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eyrie.model.Derivation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.ModelId;
import org.eyrie.model.Traits;
import org.eyrie.sources.conventions.NamedModel;
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

    /** {@code suite|task|shots}, and a fourth field in some versions; {@code task|shots} from 0.12 on. */
    private static final Pattern WITH_SHOTS = Pattern.compile("(?:[^|]+\\|)?[^|]+\\|(\\d{1,4})(?:\\|\\d+)?");

    private static final Pattern SEPARATORS = Pattern.compile("[^A-Za-z0-9]+");

    /** The mean over everything that was run. */
    private static final String ALL = "all";

    /** Metrics between 0 and 1, mostly, of which less is better; files before 0.4.3 do not say so. */
    private static final Set<String> LESS_IS_BETTER = Set.of(
            "bits_per_byte",
            "brier_score",
            "byte_perplexity",
            "likelihood_diff",
            "perplexity",
            "ter",
            "wer",
            "word_perplexity");

    private static final Pattern START = Pattern.compile("\\ufeff?\\s*\\{\\s*\"(results|config_general)\"\\s*:\\s*\\{");

    private static final long MAX_BYTES = 64_000_000;

    /** The year 10000, in seconds since 1970. */
    private static final double END_OF_CALENDAR = 253_402_300_800.0;

    private final Map<String, Object> tree;
    private final @Nullable EvaluatedModel model;
    private final Subtasks subtasks;
    private final ItemCounts items;
    private final ShotCounts shots;

    private Results(Map<String, Object> tree, @Nullable ModelId named) {
        this.tree = tree;
        this.model = EvaluatedModel.in(tree, named);
        this.subtasks = new Subtasks(tree);
        this.items = new ItemCounts(tree, subtasks);
        this.shots = new ShotCounts(tree, subtasks);
    }

    /** Nothing but samples is at hand. */
    static Results none(@Nullable ModelId model) {
        return new Results(Map.of(), model);
    }

    /**
     * What a file says, of each adapter by itself where several were put on one model; the last are those that samples
     * beside the file belong to.
     *
     * @param model whose results they are, null to believe the file
     */
    static List<Results> of(Path file, @Nullable ModelId model) throws IOException {
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
            List<Map<String, Object>> others = AdapterResults.besidesTheLast(tree);
            if (!others.isEmpty() && model != null) {
                throw new UnreadableException(
                        place,
                        "It has results of " + (others.size() + 1) + " adapters, which cannot all be " + model
                                + ": let the file name them");
            }
            return Stream.concat(others.stream(), Stream.of(tree))
                    .map(each -> new Results(each, model))
                    .toList();
        }
    }

    /** Whether a file, by its first characters, is one that is read here; it may yet be damaged. */
    static boolean looksLike(String start) {
        return START.matcher(start).lookingAt();
    }

    @Nullable
    ModelId model() {
        return model == null ? null : model.id();
    }

    /** What the arguments say the model was made from. */
    List<Derivation> ties() {
        return model == null ? List.of() : model.ties();
    }

    /** Whether the files call the model by a folder on a disk. */
    boolean isOfFolder() {
        return model != null && model.folder();
    }

    /**
     * Tasks and groups that were run on a part of their items. A limit above the number of items leaves none out.
     *
     * @param chosen tasks of which the samples show it, whatever the file says
     */
    Set<String> partial(Set<String> chosen) {
        boolean limited = ParsedTree.at(tree, "config", "limit") instanceof Number
                || ParsedTree.at(tree, GENERAL, "max_samples") instanceof Number;
        return items.partial(tasks().keySet(), limited, chosen);
    }

    boolean isGroup(String task) {
        return subtasks.isGroup(task);
    }

    /** The filters of a task, in the order in which the harness applies them. */
    List<String> filters(String task) {
        Set<String> filters = new LinkedHashSet<>();
        tasks().getOrDefault(task, Map.of()).keySet().forEach(key -> {
            if (key.contains(",")) {
                filters.add(key.substring(key.lastIndexOf(',') + 1));
            }
        });
        return List.copyOf(filters);
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

    /** The task that a file's name means: names of files may spell separators otherwise. */
    String task(String written) {
        Map<String, Map<String, Object>> tasks = tasks();
        String letters = SEPARATORS.matcher(written).replaceAll(" ");
        return tasks.containsKey(written)
                ? written
                : tasks.keySet().stream()
                        .filter(task -> SEPARATORS.matcher(task).replaceAll(" ").equals(letters))
                        .findFirst()
                        .orElse(written);
    }

    /** The longest task that a file's name ends with, after an underscore; null where there is none. */
    @Nullable
    String taskAtTheEndOf(String name) {
        return tasks().keySet().stream()
                .filter(task -> name.endsWith("_" + task))
                .max(Comparator.comparingInt(String::length))
                .orElse(null);
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
        Integer told = shots.of(task);
        if (told == null && isPlain()) {
            told = ParsedTree.integer(ParsedTree.at(tree, "config", "num_fewshot"));
        }
        return told != null && told >= 0 ? told : null;
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
                ChatTemplates.used(tree));
    }

    /** What the run lets conclude of the model. */
    Traits traits() {
        return RunTraits.of(tree, this);
    }

    /** Number of items of a task that were run, of a group that of its subtasks together; null where the file does not say. */
    @Nullable
    Integer items(String task) {
        return items.of(task);
    }

    /** Number of items that a task or group has, run or not; null where the file does not say. */
    @Nullable
    Integer size(String task) {
        return items.size(task);
    }

    /** Whether a metric is one of which more is better; where the file does not say, unless its name does. */
    boolean higherIsBetter(String task, String metric) {
        Object told = ParsedTree.at(tree, "higher_is_better", task, metric);
        return told instanceof Boolean better ? better : !LESS_IS_BETTER.contains(metric);
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

    /** The program that measured, with what it says of its version, and the commit of the model where it was told one. */
    String source() {
        return model == null ? program() : new NamedModel(model.id(), model.commit()).measuredBy(program());
    }

    private String program() {
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

package org.eyrie.sources.evalplus;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.ModelId;
import org.eyrie.model.Outcomes;
import org.eyrie.sources.conventions.ModelPaths;
import org.eyrie.sources.evaluations.FoundFiles;
import org.eyrie.sources.evaluations.MeasuredScores;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.spi.UnreadableException;
import org.eyrie.sources.tree.ParsedTree;
import org.jspecify.annotations.Nullable;

/**
 * {@code *_eval_results.json} of EvalPlus: for each task which completions passed the tests of the original benchmark, and
 * which those of EvalPlus too. Both are benchmarks; where every task has one completion the outcomes of tasks are taken.
 *
 * <p>The file does not say who completed. EvalPlus names it {@code ORG--NAME_BACKEND_temp_T}, which is read.
 */
public final class EvalPlusSource implements Source {

    private static final String SUFFIX = "eval_results.json";
    private static final String HARNESS = "EvalPlus";
    private static final Pattern NAME = Pattern.compile("(?<model>.+)_(?:vllm|hf|openai|anthropic|google|bedrock|ollama"
            + "|gptqmodel|[a-z]+)_temp_(?<temperature>[\\d.]+)(?:-[a-z-]+)?(?:-sanitized)?(?:[._]" + SUFFIX + ")?");
    private static final Pattern START = Pattern.compile("(?s)\\s*\\{.*\"hash\"\\s*:.*\"eval\"\\s*:\\s*\\{.*");
    private static final Pattern MINUTE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");

    private final List<Path> paths;
    private final @Nullable ModelId model;

    /**
     * @param paths files, and folders to be searched
     * @param model who completed, null to believe the files' names
     */
    public EvalPlusSource(List<Path> paths, @Nullable ModelId model) {
        this.paths = List.copyOf(paths);
        this.model = model;
    }

    /** Whether a file is one of EvalPlus, by its first characters. */
    public static boolean looksLike(String start) {
        return START.matcher(start).matches();
    }

    @Override
    public String name() {
        return paths.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    @Override
    public void read(FactSink sink) throws IOException {
        List<Path> files = FoundFiles.under(paths, file -> String.valueOf(file).endsWith(SUFFIX), "files *" + SUFFIX);
        for (int at = 0; at < files.size(); at++) {
            read(files.get(at), sink);
            sink.reached(at + 1, files.size());
        }
    }

    private void read(Path file, FactSink sink) throws IOException {
        Place place = Place.of(file.toString());
        Map<String, Object> tree = FoundFiles.json(file);
        if (!(tree.get("eval") instanceof Map<?, ?> tasks) || tasks.isEmpty()) {
            throw new UnreadableException(place, "It has no object \"eval\" with tasks: this is no result of EvalPlus");
        }
        String benchmark = String.valueOf(tasks.keySet().iterator().next()).startsWith("Mbpp") ? "MBPP" : "HumanEval";
        MeasuredScores scores =
                new MeasuredScores(sink, place, modelOf(file, place), HARNESS, time(String.valueOf(tree.get("date"))));
        Map<String, List<Boolean>> base = new TreeMap<>();
        Map<String, List<Boolean>> plus = new TreeMap<>();
        ParsedTree.object(tasks).forEach((task, completions) -> {
            List<Map<String, Object>> tried = completions(completions);
            base.put(task, tried.stream().map(each -> passed(each, "base")).toList());
            if (tried.stream().allMatch(each -> status(each, "plus") != null)) {
                plus.put(
                        task,
                        tried.stream()
                                .map(each -> passed(each, "base") && passed(each, "plus"))
                                .toList());
            }
        });
        boolean greedy = isGreedy(file);
        add(setup(benchmark, greedy), base, scores);
        if (plus.size() == base.size()) {
            add(setup(benchmark + "+", greedy), plus, scores);
        }
    }

    // Sampling at a temperature is another setup than taking the likeliest completion.
    private static EvaluationSetup setup(String benchmark, boolean greedy) {
        return new EvaluationSetup(benchmark, "pass@1", greedy ? null : "sampled", HARNESS, null, null, null);
    }

    private static void add(EvaluationSetup setup, Map<String, List<Boolean>> tasks, MeasuredScores scores) {
        if (tasks.values().stream().anyMatch(List::isEmpty)) {
            scores.leaveOut(setup, "there are tasks without completions");
            return;
        }
        boolean single = tasks.values().stream().allMatch(each -> each.size() == 1);
        double score = tasks.values().stream()
                .mapToDouble(each -> each.stream().filter(passed -> passed).count() / (double) each.size())
                .average()
                .orElse(Double.NaN);
        StringBuilder outcomes = new StringBuilder();
        tasks.values().forEach(each -> outcomes.append(each.get(0) ? '1' : '0'));
        scores.add(
                setup,
                score,
                tasks.size(),
                tasks.size(),
                null,
                single ? new Outcomes(outcomes.toString(), List.copyOf(tasks.keySet())) : null);
    }

    // Before version 0.2 a completion was [status, details] under "base" and "plus", now it is an object.
    private static List<Map<String, Object>> completions(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream()
                    .filter(each -> each instanceof Map)
                    .map(each -> ParsedTree.object((Map<?, ?>) each))
                    .toList();
        }
        if (!(value instanceof Map<?, ?> old) || !(old.get("base") instanceof List<?> base)) {
            return List.of();
        }
        List<?> plus = old.get("plus") instanceof List<?> list ? list : List.of();
        return java.util.stream.IntStream.range(0, base.size())
                .mapToObj(at -> {
                    Map<String, Object> completion = new TreeMap<>();
                    completion.put("base_status", first(base.get(at)));
                    if (at < plus.size()) {
                        completion.put("plus_status", first(plus.get(at)));
                    }
                    return completion;
                })
                .toList();
    }

    private static String first(@Nullable Object statusAndDetails) {
        return statusAndDetails instanceof List<?> list && !list.isEmpty() ? String.valueOf(list.get(0)) : "fail";
    }

    private static @Nullable String status(Map<String, Object> completion, String tests) {
        return completion.get(tests + "_status") instanceof String status ? status : null;
    }

    private static boolean passed(Map<String, Object> completion, String tests) {
        String status = status(completion, tests);
        return "pass".equals(status) || "success".equals(status);
    }

    private ModelId modelOf(Path file, Place place) throws UnreadableException {
        if (model != null) {
            return model;
        }
        Matcher name = named(file);
        try {
            if (name.matches()) {
                return ModelPaths.id(name.group("model").replaceFirst("--", "/"));
            }
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(place, String.valueOf(e.getMessage()));
        }
        throw new UnreadableException(
                place, "The file does not say which model this is. Name it, for example with --model-id org/name");
    }

    private static boolean isGreedy(Path file) {
        Matcher name = named(file);
        return !name.matches() || Double.parseDouble(name.group("temperature").replaceFirst("[.]$", "")) == 0;
    }

    // A folder of completions has its results within.
    private static Matcher named(Path file) {
        Path name = file.getFileName();
        Path folder = file.toAbsolutePath().getParent();
        Path named = folder != null && String.valueOf(name).equals(SUFFIX) ? folder.getFileName() : null;
        return NAME.matcher(String.valueOf(named == null ? name : named));
    }

    private static @Nullable Instant time(String date) {
        try {
            return MINUTE.matcher(date).matches()
                    ? LocalDateTime.parse(date, DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm"))
                            .toInstant(ZoneOffset.UTC)
                    : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}

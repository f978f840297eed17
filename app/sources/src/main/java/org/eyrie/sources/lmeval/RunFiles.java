package org.eyrie.sources.lmeval;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.UnreadableException;
import org.jspecify.annotations.Nullable;

/**
 * Files of the harness, those of one run together: same folder, same time in the name. Results may have any name, as the
 * harness was told; in a folder they are known by how they begin.
 */
final class RunFiles {

    private static final int MAX_DEPTH = 8;
    private static final int MAX_FILES = 100_000;
    private static final Pattern RESULTS = Pattern.compile("results(?:_(.+))?\\.json");
    private static final Pattern TIMED =
            Pattern.compile(".+_(\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d(?:\\.\\d+)?)\\.json");
    private static final int START = 200;
    private static final Pattern DETAILS =
            Pattern.compile("details_(.+)_(\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d(?:\\.\\d+)?)\\.parquet");
    private static final Pattern LIST = Pattern.compile("\\ufeff?\\s*\\[\\s*\\{\\s*\"doc_id\"");
    private static final Pattern SAMPLES = Pattern.compile("samples_(.+)_([^_]+)\\.jsonl(?:\\.gz)?");

    /**
     * One run.
     *
     * @param results its figures, or null where only samples are at hand
     * @param samples its items, a file per task
     * @param lists its items as 0.4.0 to 0.4.2 wrote them, a list per task
     * @param details its items as lighteval keeps them, a table per task
     */
    record Run(@Nullable Path results, List<Path> samples, List<Path> lists, List<Path> details) {

        static Run of(@Nullable Path results) {
            return new Run(results, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        /** The file that messages name. */
        String place() {
            return String.valueOf(results != null ? results : samples.isEmpty() ? details.get(0) : samples.get(0));
        }

        Run withoutItems() {
            return new Run(results, List.of(), List.of(), List.of());
        }
    }

    private final Map<String, Run> runs = new TreeMap<>();
    private final List<Path> details = new ArrayList<>();
    private final List<Path> lists = new ArrayList<>();

    /** The files given and those in the folders given, in the order of their names. */
    static RunFiles under(List<Path> paths) throws IOException {
        RunFiles files = new RunFiles();
        int count = 0;
        for (Path path : paths) {
            for (Path file : files(path)) {
                if (++count > MAX_FILES) {
                    throw new UnreadableException(
                            Place.of(path.toString()), "There are more than " + MAX_FILES + " files: import in parts");
                }
                files.add(file, Files.isRegularFile(path));
            }
        }
        files.details.forEach(files::attach);
        files.lists.forEach(files::attachList);
        return files;
    }

    /** The task in the name of a samples file; the whole name where it follows no pattern. */
    static String task(Path samples) {
        Matcher matcher = SAMPLES.matcher(String.valueOf(samples.getFileName()));
        return matcher.matches() ? matcher.group(1) : String.valueOf(samples.getFileName());
    }

    /** A file's name up to its ending. */
    static String withoutEnding(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** The task in the name of a table of details. */
    static String detailed(Path details) {
        Matcher matcher = DETAILS.matcher(String.valueOf(details.getFileName()));
        return matcher.matches() ? matcher.group(1) : String.valueOf(details.getFileName());
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    Collection<Run> runs() {
        return runs.values();
    }

    long bytes() {
        return runs.values().stream()
                .flatMap(run -> Stream.of(
                        Stream.ofNullable(run.results()),
                        run.samples().stream(),
                        run.lists().stream(),
                        run.details().stream()))
                .flatMap(files -> files)
                .mapToLong(file -> file.toFile().length())
                .sum();
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        try (Stream<Path> found = Files.walk(path, MAX_DEPTH)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void add(Path file, boolean named) throws IOException {
        String name = String.valueOf(file.getFileName());
        Matcher results = RESULTS.matcher(name);
        Matcher samples = SAMPLES.matcher(name);
        if (DETAILS.matcher(name).matches()) {
            details.add(file);
        } else if (samples.matches()) {
            run(file, samples.group(2)).samples().add(file);
        } else if (name.endsWith(".jsonl") && LIST.matcher(start(file)).lookingAt()) {
            lists.add(file);
        } else if (results.matches() || (name.endsWith(".json") && (named || Results.looksLike(start(file))))) {
            Matcher timed = TIMED.matcher(name);
            String told = results.matches() ? results.group(1) : timed.matches() ? timed.group(1) : null;
            String time = told == null ? name : told;
            runs.compute(
                    key(file, time),
                    (key, run) ->
                            run == null ? Run.of(file) : new Run(file, run.samples(), run.lists(), run.details()));
        }
    }

    private static String start(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return new String(bytes.readNBytes(START), StandardCharsets.UTF_8);
        }
    }

    private Run run(Path file, String time) {
        return runs.computeIfAbsent(key(file, time), key -> Run.of(null));
    }

    // Details lie beside the results or in a folder of their own whose path ends with the same model.
    private void attach(Path file) {
        Matcher matcher = DETAILS.matcher(String.valueOf(file.getFileName()));
        String time = matcher.matches() ? matcher.group(2) : "";
        List<String> near = new ArrayList<>();
        int best = -1;
        for (Map.Entry<String, Run> each : runs.entrySet()) {
            if (each.getValue().results() != null && each.getKey().endsWith("/" + time)) {
                int alike = alike(file, Objects.requireNonNull(each.getValue().results()));
                if (alike > best) {
                    near.clear();
                    best = alike;
                }
                if (alike == best) {
                    near.add(each.getKey());
                }
            }
        }
        String key = near.size() == 1 ? near.get(0) : key(file, time);
        runs.computeIfAbsent(key, none -> Run.of(null)).details().add(file);
    }

    // Only results of the same folder are theirs: they carry no time.
    private void attachList(Path file) {
        List<Run> near = runs.values().stream()
                .filter(run -> run.results() != null
                        && Objects.equals(
                                run.results().toAbsolutePath().getParent(),
                                file.toAbsolutePath().getParent()))
                .toList();
        if (near.size() == 1) {
            near.get(0).lists().add(file);
        }
    }

    // How many folders the two share at the end, the one named after the time aside.
    private static int alike(Path details, Path results) {
        Path one = details.toAbsolutePath().normalize().getParent();
        Path other = results.toAbsolutePath().normalize().getParent();
        if (one != null && one.equals(other)) {
            return Integer.MAX_VALUE;
        }
        one = one == null ? null : one.getParent();
        int alike = 0;
        while (one != null && other != null && Objects.equals(one.getFileName(), other.getFileName())) {
            alike++;
            one = one.getParent();
            other = other.getParent();
        }
        return alike;
    }

    private static String key(Path file, String time) {
        return file.toAbsolutePath().getParent() + "/" + time;
    }
}

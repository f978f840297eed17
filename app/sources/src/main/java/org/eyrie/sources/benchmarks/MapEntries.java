package org.eyrie.sources.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.Fault;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Finding;
import org.eyrie.sources.tree.Fields;
import org.eyrie.sources.tree.ParsedTree;
import org.jspecify.annotations.Nullable;

/** The objects of a map's document; what is wrong with one is a fault that names it. */
final class MapEntries {

    /** Stands for the name of a part in spellings. */
    private static final String PART = "{part}";

    private final List<Fault> faults;

    MapEntries(List<Fault> faults) {
        this.faults = faults;
    }

    /** The map; anything where there were faults. */
    BenchmarkMap map(Map<String, Object> document) {
        Fields fields = new Fields(document);
        if (!BenchmarkMapFile.FORMAT.equals(fields.text("format"))) {
            fields.fault("format must be " + BenchmarkMapFile.FORMAT + ", the first line of a map");
        }
        String subtasks = fields.text("subtasks");
        if (subtasks != null && !subtasks.equals("keep") && !subtasks.equals("drop")) {
            fields.fault("subtasks must be keep or drop, not " + subtasks);
        }
        List<KnownBenchmark> benchmarks = each("", fields, "benchmarks", this::benchmark);
        List<LeftOut> leftOut = each("", fields, "left_out", (where, each) -> leftOut(each));
        List<BenchmarkFamily> families = each("", fields, "families", this::family);
        end("the map", fields);
        return new BenchmarkMap(benchmarks, leftOut, families, "keep".equals(subtasks));
    }

    private <T> List<T> each(String path, Fields fields, String key, BiFunction<String, Fields, @Nullable T> reader) {
        List<T> found = new ArrayList<>();
        int number = 0;
        for (Object entry : fields.list(key)) {
            String where = path + key + " " + ++number;
            if (entry instanceof Map<?, ?> map) {
                Fields inner = new Fields(ParsedTree.object(map));
                T read = reader.apply(where, inner);
                end(where, inner);
                if (read != null) {
                    found.add(read);
                }
            } else {
                faults.add(new Fault(where, "must be an object, not " + ParsedTree.describe(entry)));
            }
        }
        return found;
    }

    private void end(String where, Fields fields) {
        fields.reportIgnored(FactSink.of(finding -> {
            if (finding instanceof Finding.Ignored key) {
                fields.fault("there is no key " + key.key());
            }
        }));
        if (fields.isFaulty()) {
            faults.add(new Fault(where, fields.faults()));
        }
    }

    private @Nullable KnownBenchmark benchmark(String where, Fields fields) {
        String id = required(fields, "id");
        Integer items = fields.integer("items");
        String task = fields.text("task");
        String metric = fields.text("metric");
        Integer shots = fields.integer("shots");
        List<Way> ways = each(where + ", ", fields, "ways", (place, way) -> way(way));
        return fields.make(() -> new KnownBenchmark(
                new Benchmark(
                        new BenchmarkId(id), items, new EvaluationSetup(task, metric, null, null, null, shots, null)),
                ways));
    }

    private @Nullable Way way(Fields fields) {
        String word = fields.text("combine");
        Combining combining = Combining.MEAN;
        if (word != null) {
            try {
                combining = Combining.valueOf(word.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                fields.fault("combine must be mean, share or normalised, not " + word);
            }
        }
        Double chance = fields.number("chance");
        if (chance != null && !(chance >= 0 && chance < 1)) {
            fields.fault("chance must be from 0 to below 1, not " + chance);
        }
        Boolean sameItems = fields.flag("same_items");
        String note = fields.text("note");
        List<Way.Part> parts = parts(fields);
        if (combining == Combining.NORMALISED && (parts.size() != 1 || chance == null)) {
            fields.fault("what is normalised is one figure, with its chance");
        }
        if (combining == Combining.SHARE && parts.stream().anyMatch(part -> part.items() == null)) {
            fields.fault("a share of all items needs to know how many each part has");
        }
        if (parts.isEmpty()) {
            fields.fault("tasks must name at least one spelling");
        }
        return fields.isFaulty()
                ? null
                : new Way(combining, chance == null ? 0 : chance, Boolean.TRUE.equals(sameItems), parts, note);
    }

    private List<Way.Part> parts(Fields fields) {
        Set<String> tasks = words(fields, "tasks");
        Map<String, Object> where = conditions(fields);
        Map<String, @Nullable Integer> names = new LinkedHashMap<>();
        Object said = fields.value("parts");
        if (said instanceof Map<?, ?> map) {
            map.forEach((name, items) -> {
                Integer count = ParsedTree.integer(items);
                if (count == null || count < 1) {
                    fields.fault("parts must say how many items " + name + " has, not " + ParsedTree.describe(items));
                }
                names.put(String.valueOf(name), count);
            });
        } else if (said instanceof List<?> list) {
            list.forEach(name -> names.put(String.valueOf(name), null));
        } else if (said == null) {
            names.put("", null);
        } else {
            fields.fault("parts must be a list of names, or names with their numbers of items");
        }
        List<Way.Part> parts = new ArrayList<>();
        names.forEach((name, items) -> parts.add(
                new Way.Part(name, items, filled(tasks, name), pattern(new Fields(filled(where, name)), fields))));
        return tasks.isEmpty() ? List.of() : parts;
    }

    private static Map<String, Object> conditions(Fields fields) {
        Map<String, Object> where = fields.object("where");
        return where == null ? Map.of() : where;
    }

    private SetupPattern pattern(Fields conditions, Fields outer) {
        SetupPattern pattern = new SetupPattern(
                words(conditions, "metric"),
                words(conditions, "filter"),
                words(conditions, "harness"),
                words(conditions, "version"),
                words(conditions, "shots"),
                words(conditions, "chat_template"),
                conditions.text("source"));
        end("where", conditions);
        if (conditions.isFaulty()) {
            outer.fault("where: " + conditions.faults());
        }
        return pattern;
    }

    private @Nullable LeftOut leftOut(Fields fields) {
        Set<String> tasks = words(fields, "tasks");
        SetupPattern pattern = pattern(new Fields(conditions(fields)), fields);
        String instead = fields.text("instead");
        Boolean kept = fields.flag("kept");
        String why = required(fields, "why");
        if (tasks.isEmpty()) {
            fields.fault("tasks must name at least one spelling");
        }
        return fields.make(() -> new LeftOut(
                tasks, pattern, instead == null ? null : new BenchmarkId(instead), Boolean.TRUE.equals(kept), why));
    }

    private @Nullable BenchmarkFamily family(String where, Fields fields) {
        String task = required(fields, "task");
        Set<String> names = words(fields, "names");
        Map<String, Object> said = fields.object("metrics");
        Map<String, Set<String>> metrics = new LinkedHashMap<>();
        if (said == null || said.isEmpty()) {
            fields.fault("metrics must name at least one, with its spellings");
        } else {
            Fields spellings = new Fields(said);
            said.keySet().forEach(metric -> metrics.put(metric, words(spellings, metric)));
            end(where + ", metrics", spellings);
        }
        Set<String> all = new LinkedHashSet<>(names);
        all.add(Spelling.key(task));
        return fields.isFaulty() ? null : new BenchmarkFamily(task, all, metrics);
    }

    private static String required(Fields fields, String key) {
        String text = fields.text(key);
        if (text == null) {
            fields.fault(key + " must not be blank");
        }
        return text == null ? "?" : text;
    }

    /** A word, or a list of words, whatever the type YAML takes them for. */
    private static Set<String> words(Fields fields, String key) {
        Object value = fields.value(key);
        if (value == null) {
            return Set.of();
        }
        List<?> list = value instanceof List<?> several ? several : List.of(value);
        Set<String> words = new LinkedHashSet<>();
        for (Object word : list) {
            if (word instanceof String || word instanceof Number || word instanceof Boolean) {
                words.add(Spelling.key(String.valueOf(word)));
            } else {
                fields.fault(key + " must be a word or a list of words, not " + ParsedTree.describe(word));
            }
        }
        return words;
    }

    private static Set<String> filled(Set<String> spellings, String part) {
        return spellings.stream()
                .map(spelling -> spelling.replace(PART, Spelling.key(part)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Map<String, Object> filled(Map<String, Object> where, String part) {
        Map<String, Object> filled = new LinkedHashMap<>();
        where.forEach((key, value) -> filled.put(key, value instanceof String text ? text.replace(PART, part) : value));
        return filled;
    }
}

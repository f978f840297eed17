package org.eyrie.sources.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.sources.spi.SeveralSources;
import org.eyrie.sources.spi.Source;
import org.jspecify.annotations.Nullable;

/**
 * Which setups are the same known benchmark, and how its score is computed. Looking a setup up takes constant time.
 */
public final class BenchmarkMap {

    /** Knows nothing. */
    static final BenchmarkMap EMPTY = new BenchmarkMap(List.of(), List.of(), List.of(), false);

    private static final class Shipped {
        private static final BenchmarkMap MAP = BenchmarkMapFile.shipped();
    }

    /** Where a figure belongs. */
    record Slot(KnownBenchmark benchmark, int way, int part) {

        /** Whether the benchmark's score is this figure, or is computed from it alone. */
        boolean isWhole() {
            return benchmark.ways().get(way).parts().size() == 1;
        }

        Way.Part figure() {
            return benchmark.ways().get(way).parts().get(part);
        }
    }

    private final List<KnownBenchmark> benchmarks;
    private final List<LeftOut> leftOut;
    private final List<BenchmarkFamily> families;
    private final boolean keepsSubtasks;
    private final Map<String, List<Slot>> slots = new HashMap<>();
    private final Map<String, List<LeftOut>> left = new HashMap<>();
    private final Map<String, BenchmarkFamily> named = new HashMap<>();
    private final Map<String, BenchmarkId> subtasks = new HashMap<>();

    BenchmarkMap(
            List<KnownBenchmark> benchmarks,
            List<LeftOut> leftOut,
            List<BenchmarkFamily> families,
            boolean keepsSubtasks) {
        this.benchmarks = List.copyOf(benchmarks);
        this.leftOut = List.copyOf(leftOut);
        this.families = List.copyOf(families);
        this.keepsSubtasks = keepsSubtasks;
        this.benchmarks.forEach(this::index);
        leftOut.forEach(each -> each.tasks().forEach(task -> left.computeIfAbsent(task, key -> new ArrayList<>())
                .add(each)));
        families.forEach(family -> family.names().forEach(name -> named.putIfAbsent(name, family)));
    }

    private void index(KnownBenchmark benchmark) {
        for (int way = 0; way < benchmark.ways().size(); way++) {
            List<Way.Part> parts = benchmark.ways().get(way).parts();
            for (int part = 0; part < parts.size(); part++) {
                Slot slot = new Slot(benchmark, way, part);
                for (String task : parts.get(part).tasks()) {
                    slots.computeIfAbsent(task, key -> new ArrayList<>()).add(slot);
                    if (parts.size() > 1) {
                        subtasks.putIfAbsent(task, benchmark.id());
                    }
                }
            }
        }
    }

    /** The map that comes with the program. */
    public static BenchmarkMap shipped() {
        return Shipped.MAP;
    }

    /**
     * The map that comes with the program under that of a person.
     *
     * @throws org.eyrie.model.InvalidInputException if the file is no map, with every fault in it
     */
    public static BenchmarkMap shippedUnder(Path file) {
        return BenchmarkMapFile.read(file).over(shipped());
    }

    /** This map, and what the other one says of benchmarks and families that this one does not name. */
    BenchmarkMap over(BenchmarkMap other) {
        Map<BenchmarkId, KnownBenchmark> all = new LinkedHashMap<>();
        benchmarks.forEach(each -> all.put(each.id(), each));
        other.benchmarks.forEach(each -> all.putIfAbsent(each.id(), each));
        List<LeftOut> out = new ArrayList<>(leftOut);
        out.addAll(other.leftOut);
        Map<String, BenchmarkFamily> kinds = new LinkedHashMap<>();
        families.forEach(each -> kinds.put(each.task(), each));
        other.families.forEach(each -> kinds.putIfAbsent(each.task(), each));
        return new BenchmarkMap(
                List.copyOf(all.values()), out, List.copyOf(kinds.values()), keepsSubtasks || other.keepsSubtasks);
    }

    /** This map, with subtasks as benchmarks of their own beside those that are computed from them. */
    public BenchmarkMap keepingSubtasks() {
        return new BenchmarkMap(benchmarks, leftOut, families, true);
    }

    /**
     * A source as this map reads it.
     *
     * @param stored every benchmark that the store knows, asked for once an import
     */
    public Source reading(Source source, List<Benchmark> stored) {
        return source instanceof SeveralSources several
                ? several.each(part -> reading(part, stored))
                : new MappedSource(source, this, stored);
    }

    /** Whether subtasks are taken as benchmarks of their own too. */
    boolean keepsSubtasks() {
        return keepsSubtasks;
    }

    /**
     * Where a figure belongs: any number of benchmarks that it is a part of, and at most one that it is the whole of.
     *
     * @param source where it is known from, or null
     */
    List<Slot> slots(Spelling spelling, EvaluationSetup setup, @Nullable String source) {
        if (!slots.containsKey(spelling.key())) {
            return List.of();
        }
        List<Slot> found = new ArrayList<>();
        Set<BenchmarkId> seen = new LinkedHashSet<>();
        boolean whole = false;
        for (Slot slot : slots.getOrDefault(spelling.key(), List.of())) {
            boolean single = slot.isWhole();
            if ((single && whole)
                    || seen.contains(slot.benchmark().id())
                    || !slot.figure().pattern().matches(setup, spelling.shots(), source)) {
                continue;
            }
            whole |= single;
            seen.add(slot.benchmark().id());
            found.add(slot);
        }
        return found;
    }

    /** Why a figure is no benchmark of its own; empty where the map does not say so. */
    Optional<LeftOut> leftOut(Spelling spelling, EvaluationSetup setup, @Nullable String source) {
        List<LeftOut> rules = left.getOrDefault(spelling.key(), List.of());
        if (rules.isEmpty()) { // of most figures, and those are millions
            return Optional.empty();
        }
        return rules.stream()
                .filter(each -> each.pattern().matches(setup, spelling.shots(), source))
                .findFirst();
    }

    /** The known benchmark that a task is a part of; null where it is none. */
    @Nullable
    BenchmarkId wholeOf(Spelling spelling) {
        return subtasks.get(spelling.key());
    }

    /** Whether a task is a known benchmark, a part of one or one of a family: a share of successes in any case. */
    boolean knows(Spelling spelling) {
        return slots.containsKey(spelling.key()) || named.containsKey(spelling.key());
    }

    /** The family that a task is a spelling of; null where it is none. */
    @Nullable
    BenchmarkFamily family(Spelling spelling) {
        return named.get(spelling.key());
    }
}

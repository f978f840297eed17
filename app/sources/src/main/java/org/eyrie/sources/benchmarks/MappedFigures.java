package org.eyrie.sources.benchmarks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eyrie.model.Benchmark;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.EvaluationSetup;
import org.eyrie.model.ModelId;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.Finding;
import org.eyrie.sources.spi.Place;
import org.jspecify.annotations.Nullable;

/**
 * Sends scores where the map says they belong. A score of which it says nothing goes to the benchmark that is named after
 * its setup, or to the one that a person declared for this setup. Parts are held until their benchmark is whole.
 */
final class MappedFigures implements FactSink {

    /** A run of a model, as far as its figures tell it from others. */
    private record Run(
            ModelId model,
            BenchmarkId benchmark,
            @Nullable Boolean chatTemplate,
            @Nullable String source,
            @Nullable Instant measuredAt) {}

    private record Cell(ModelId model, BenchmarkId benchmark) {}

    /** A figure that is only taken, or only spoken of, where another benchmark has no score. */
    private record Waiting(Place place, Benchmark benchmark, Evaluation figure, LeftOut rule) {}

    private final BenchmarkMap map;
    private final Announcements next;
    private final DeclaredSetups declared;
    private final Map<BenchmarkId, Benchmark> held = new HashMap<>();
    private final Map<EvaluationSetup, Spelling> spellings = new HashMap<>();
    private final Map<Run, Gathering> gatherings = new LinkedHashMap<>();
    private final Set<Cell> computed = new HashSet<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final Map<Cell, List<Place>> dropped = new LinkedHashMap<>();
    private final Set<String> told = new HashSet<>();

    MappedFigures(BenchmarkMap map, List<Benchmark> stored, FactSink next) {
        this.map = map;
        this.next = new Announcements(stored, next);
        this.declared = DeclaredSetups.of(stored, false);
    }

    @Override
    public void take(Finding finding) {
        if (finding instanceof Finding.OfBenchmark met) {
            Benchmark benchmark = met.benchmark();
            if (DeclaredSetups.isNamedAfterItsSetup(benchmark)) {
                held.merge(benchmark.id(), benchmark, (older, newer) -> newer.orElse(older));
                return;
            }
            declared.add(benchmark);
        } else if (finding instanceof Finding.OfEvaluation score) {
            Benchmark benchmark = held.get(score.evaluation().benchmark());
            if (benchmark != null) {
                route(score.place(), benchmark, score.evaluation());
                return;
            }
        }
        next.pass(finding);
    }

    @Override
    public void reached(long done, long total) {
        next.reached(done, total);
    }

    private void route(Place place, Benchmark benchmark, Evaluation figure) {
        EvaluationSetup setup = benchmark.setup();
        Spelling spelling = spellings.computeIfAbsent(setup, each -> Spelling.of(String.valueOf(each.task()), each));
        Benchmark other = declared.find(setup);
        if (other != null) {
            next.score(place, new Benchmark(other.id(), benchmark.items(), setup), figure);
        }
        boolean whole = other != null;
        for (BenchmarkMap.Slot slot : map.slots(spelling, setup, figure.source())) {
            whole |= slot.isWhole();
            gather(place, slot, setup, figure);
        }
        if (!whole) {
            unmapped(place, benchmark, figure, spelling);
        }
    }

    private void unmapped(Place place, Benchmark benchmark, Evaluation figure, Spelling spelling) {
        EvaluationSetup setup = benchmark.setup();
        BenchmarkId wholeOf = map.wholeOf(spelling);
        LeftOut rule = map.leftOut(spelling, setup, figure.source()).orElse(null);
        boolean kept = map.keepsSubtasks() && (wholeOf != null || (rule != null && rule.instead() != null));
        if (kept) {
            next.score(place, benchmark, figure);
        } else if (rule != null) {
            waiting.add(new Waiting(place, benchmark, figure, rule));
        } else if (wholeOf != null) {
            dropped.computeIfAbsent(new Cell(figure.model(), wholeOf), cell -> new ArrayList<>())
                    .add(place);
        } else {
            BenchmarkFamily family = map.family(spelling);
            Benchmark named = family == null || next.isStored(benchmark.id())
                    ? null
                    : family.benchmark(setup, spelling.shots(), benchmark.items());
            next.score(place, named == null ? benchmark : named, figure);
        }
    }

    private void gather(Place place, BenchmarkMap.Slot slot, EvaluationSetup setup, Evaluation figure) {
        KnownBenchmark known = slot.benchmark();
        Way way = known.ways().get(slot.way());
        if (way.combining() == Combining.NORMALISED && figure.score() == 0 && way.chance() > 0) {
            next.note(
                    place,
                    known.id() + " of " + figure.model() + " was left out: normalised to 0 it lies anywhere below "
                            + way.chance());
            return;
        }
        Run run = new Run(figure.model(), known.id(), setup.chatTemplate(), figure.source(), figure.measuredAt());
        Gathering gathering = gatherings.computeIfAbsent(run, key -> new Gathering(known, place));
        if (gathering.done() && !slot.isWhole()) {
            gathering = new Gathering(known, place);
            gatherings.put(run, gathering);
        }
        Evaluation before = gathering.add(place, slot.way(), slot.part(), figure);
        if (before != null) {
            next.reject(
                    place,
                    "The score of " + figure.model() + " on " + figure.benchmark() + " stands twice: first as "
                            + before.score() + ", here it is " + figure.score() + ": keep one of them");
            return;
        }
        String note = way.note();
        if (note != null && told.add(known.id() + " " + figure.model() + " " + note)) {
            next.note(place, known.id() + " of " + figure.model() + ": " + note);
        }
        hand(gathering, figure.benchmark(), false);
    }

    private void hand(Gathering gathering, BenchmarkId name, boolean end) {
        gathering.score(end).ifPresent(score -> {
            computed.add(new Cell(score.model(), score.benchmark()));
            next.score(
                    gathering.last(),
                    gathering.benchmark().benchmark(),
                    score,
                    gathering.isAlone() ? name : score.benchmark());
        });
    }

    /** Computes what can be computed of figures that still wait, and says what cannot. */
    void end() {
        Set<Cell> incomplete = new HashSet<>();
        gatherings.forEach((run, gathering) -> {
            if (!gathering.done()) {
                hand(gathering, run.benchmark(), true);
                if (!gathering.done() && incomplete.add(new Cell(run.model(), run.benchmark()))) {
                    next.note(
                            gathering.last(),
                            run.benchmark() + " of " + run.model() + " was not computed: " + gathering.missing());
                }
            }
        });
        for (Waiting each : waiting) {
            BenchmarkId instead = each.rule().instead();
            if (instead == null || !computed.contains(new Cell(each.figure().model(), instead))) {
                if (each.rule().kept()) {
                    next.score(each.place(), each.benchmark(), each.figure());
                } else {
                    next.note(
                            each.place(),
                            each.figure().benchmark() + " was left out: "
                                    + each.rule().why());
                }
            }
        }
        dropped.forEach((cell, places) -> {
            if (!computed.contains(cell)) {
                next.note(
                        places.get(0),
                        places.size() + " figures of parts of " + cell.benchmark() + " were left out, of "
                                + cell.model() + ": the benchmark is not computed from them. To have each as a"
                                + " benchmark of its own, keep subtasks");
            }
        });
    }
}

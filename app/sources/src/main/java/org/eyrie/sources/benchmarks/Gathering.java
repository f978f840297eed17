package org.eyrie.sources.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Outcomes;
import org.eyrie.sources.spi.Place;
import org.jspecify.annotations.Nullable;

/** Figures of one run of one model that together are its score on a known benchmark. */
final class Gathering {

    /** How many missing parts a message names. */
    private static final int NAMED = 6;

    private final KnownBenchmark benchmark;
    private final Map<Integer, @Nullable Evaluation[]> figures = new HashMap<>();
    private Place last;
    private boolean done;

    Gathering(KnownBenchmark benchmark, Place first) {
        this.benchmark = benchmark;
        this.last = first;
    }

    KnownBenchmark benchmark() {
        return benchmark;
    }

    /** Where the last figure stands. */
    Place last() {
        return last;
    }

    /** Whether its score was handed over. */
    boolean done() {
        return done;
    }

    /**
     * Adds a figure.
     *
     * @return the one that stands in its place already with another score; null where there is none
     */
    @Nullable
    Evaluation add(Place place, int way, int part, Evaluation figure) {
        last = place;
        @Nullable
        Evaluation[] row = figures.computeIfAbsent(
                way,
                number -> new Evaluation[benchmark.ways().get(number).parts().size()]);
        Evaluation before = row[part];
        if (before != null && before.score() != figure.score()) {
            return before;
        }
        row[part] = before == null || figure.outcomes() != null ? figure : before;
        return null;
    }

    /**
     * The score, once the figures of the way that is believed first are all there; at the end the first way that is whole.
     *
     * @param end whether nothing more will come
     */
    Optional<Evaluation> score(boolean end) {
        for (int number = 0; number < benchmark.ways().size(); number++) {
            @Nullable Evaluation[] row = figures.get(number);
            if (row != null && Arrays.stream(row).allMatch(Objects::nonNull)) {
                done = true;
                figures.clear();
                return Optional.of(combined(benchmark.ways().get(number), Arrays.asList(row)));
            }
            if (!end && !isAlone()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether every way is a single figure, so that a score keeps the name it was reported under. */
    boolean isAlone() {
        return benchmark.ways().stream().allMatch(way -> way.parts().size() == 1);
    }

    /** Which parts are missing of the way that is nearest to being whole. */
    String missing() {
        List<String> fewest = List.of();
        int of = 0;
        for (Map.Entry<Integer, @Nullable Evaluation[]> entry : figures.entrySet()) {
            List<Way.Part> parts = benchmark.ways().get(entry.getKey()).parts();
            List<String> missing = new ArrayList<>();
            for (int part = 0; part < parts.size(); part++) {
                if (entry.getValue()[part] == null) {
                    missing.add(parts.get(part).name());
                }
            }
            if (of == 0 || missing.size() < fewest.size()) {
                fewest = missing;
                of = parts.size();
            }
        }
        String names = String.join(", ", fewest.subList(0, Math.min(NAMED, fewest.size())));
        return fewest.size() + " of its " + of + " parts " + (fewest.size() == 1 ? "is" : "are") + " missing: " + names
                + (fewest.size() > NAMED ? " and " + (fewest.size() - NAMED) + " more" : "");
    }

    private Evaluation combined(Way way, List<Evaluation> row) {
        List<Combining.Scored> scored = new ArrayList<>(row.size());
        for (int part = 0; part < row.size(); part++) {
            Integer items = row.get(part).items() != null
                    ? row.get(part).items()
                    : way.parts().get(part).items();
            scored.add(new Combining.Scored(row.get(part).score(), items == null ? 1 : items));
        }
        Evaluation first = row.get(0);
        return new Evaluation(
                first.model(),
                benchmark.id(),
                Math.min(1, Math.max(0, way.combining().of(scored, way.chance()))),
                items(way, row),
                error(way, row, scored),
                outcomes(way, row),
                first.source(),
                first.measuredAt());
    }

    private static @Nullable Integer items(Way way, List<Evaluation> row) {
        if (way.sameItems()) {
            return row.get(0).items();
        }
        int sum = 0;
        for (Evaluation figure : row) {
            Integer items = figure.items();
            if (items == null) {
                return null;
            }
            sum += items;
        }
        return sum;
    }

    // Metrics of the same items go together, so that their mean is no surer than they are.
    private static @Nullable Double error(Way way, List<Evaluation> row, List<Combining.Scored> scored) {
        double weights = 0;
        double sum = 0;
        double squares = 0;
        for (int part = 0; part < row.size(); part++) {
            Double error = row.get(part).stderr();
            if (error == null) {
                return null;
            }
            double weight =
                    way.combining() == Combining.SHARE ? scored.get(part).items() : 1;
            weights += weight;
            sum += weight * error;
            squares += weight * error * weight * error;
        }
        double scale = way.combining() == Combining.NORMALISED ? 1 - way.chance() : 1;
        return scale * (way.sameItems() ? sum : Math.sqrt(squares)) / weights;
    }

    private static @Nullable Outcomes outcomes(Way way, List<Evaluation> row) {
        if (way.sameItems() || row.size() == 1) {
            return row.get(0).outcomes();
        }
        boolean all = row.stream().allMatch(figure -> figure.outcomes() != null);
        boolean named = row.stream()
                .allMatch(
                        figure -> figure.outcomes() == null || figure.outcomes().names() != null);
        if (row.stream().allMatch(figure -> figure.outcomes() == null) || !(all || named)) {
            return null;
        }
        StringBuilder values = new StringBuilder();
        List<String> names = new ArrayList<>();
        for (int part = 0; part < row.size(); part++) {
            Outcomes outcomes = row.get(part).outcomes();
            if (outcomes != null) {
                values.append(outcomes.value());
                if (named) {
                    String prefix = way.parts().get(part).name() + ":";
                    Objects.requireNonNull(outcomes.names()).forEach(name -> names.add(prefix + name));
                }
            }
        }
        return new Outcomes(values.toString(), named ? names : null);
    }
}

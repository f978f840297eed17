package org.eyrie.engine.board;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.jspecify.annotations.Nullable;

/**
 * Which models, on what, in which order.
 *
 * @param benchmarks the chosen ones, none for the six most measured
 * @param words that the id has, in any order and case
 * @param relations how they were made; none for all
 * @param measured whether only models that were measured on every chosen benchmark; null for all, false for the others
 * @param copies whether quantised copies of other models are shown
 * @param architecture of this one only, or null
 * @param type of this one only, or null
 * @param licence of this one only, or null
 * @param least billions of parameters at least, or null
 * @param most billions of parameters at most, or null
 * @param since published on that day or later, or null
 * @param sort by what
 * @param benchmark of what, where it is by a benchmark
 * @param ascending whether the least comes first
 */
public record BoardQuestion(
        List<BenchmarkId> benchmarks,
        List<String> words,
        Set<Relation> relations,
        @Nullable Boolean measured,
        boolean copies,
        @Nullable String architecture,
        @Nullable String type,
        @Nullable String licence,
        @Nullable Double least,
        @Nullable Double most,
        @Nullable LocalDate since,
        Sort sort,
        @Nullable BenchmarkId benchmark,
        boolean ascending) {

    /** What the order is by. */
    public enum Sort {
        MEAN,
        BENCHMARK,
        NAME,
        SIZE,
        DATE
    }

    public BoardQuestion {
        benchmarks = List.copyOf(benchmarks);
        words = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        relations = Set.copyOf(relations);
    }

    /** Whether a model is among those asked for. */
    boolean takes(BoardModel row, List<BenchmarkId> chosen) {
        String id = row.model().id().value().toLowerCase(Locale.ROOT);
        return words.stream().allMatch(id::contains)
                && (copies || row.relation() != Relation.QUANTIZED)
                && (relations.isEmpty() || (row.relation() != null && relations.contains(row.relation())))
                && (measured == null || measured == row.isMeasuredOnAll(chosen))
                && takes(row.model().traits());
    }

    private boolean takes(Traits traits) {
        Double size = traits.parametersBillions();
        LocalDate day = traits.uploaded();
        return is(architecture, traits.architecture())
                && is(type, traits.type())
                && is(licence, traits.license())
                && (least == null || (size != null && size >= least))
                && (most == null || (size != null && size <= most))
                && (since == null || (day != null && !day.isBefore(since)));
    }

    private static boolean is(@Nullable String wanted, @Nullable String known) {
        return wanted == null || wanted.equals(known);
    }
}

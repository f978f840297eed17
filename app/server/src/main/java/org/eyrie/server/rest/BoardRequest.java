package org.eyrie.server.rest;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eyrie.engine.board.BoardQuestion;
import org.eyrie.engine.board.BoardQuestion.Sort;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Relation;
import org.jspecify.annotations.Nullable;

/** A question about the board as its address has it. */
record BoardRequest(
        @Nullable List<String> benchmark,
        @Nullable String text,
        @Nullable List<String> relation,
        @Nullable String measured,
        @Nullable String copies,
        @Nullable String architecture,
        @Nullable String type,
        @Nullable String licence,
        @Nullable String least,
        @Nullable String most,
        @Nullable String since,
        @Nullable String sort) {

    /** @throws org.eyrie.model.InvalidInputException with every fault */
    BoardQuestion question(Inputs inputs) {
        List<BenchmarkId> columns = inputs.benchmarks("benchmark", benchmark, Api.MOST_BENCHMARKS);
        String order = sort == null || sort.isBlank() ? "-mean" : sort;
        String by = order.startsWith("-") ? order.substring(1) : order;
        Sort named = named(by);
        Boolean whole = measured == null ? null : inputs.flag("measured", measured);
        BoardQuestion question = new BoardQuestion(
                columns,
                text == null || text.isBlank()
                        ? List.of()
                        : List.of(text.strip().split("\\s+")),
                relations(inputs),
                whole,
                inputs.flag("copies", copies),
                architecture,
                type,
                licence,
                inputs.optional("least", least, BoardRequest::size),
                inputs.optional("most", most, BoardRequest::size),
                inputs.optional("since", since, BoardRequest::day),
                named,
                named == Sort.BENCHMARK ? inputs.benchmark("sort", by) : null,
                !order.startsWith("-"));
        inputs.check();
        return question;
    }

    private static Sort named(String by) {
        for (Sort sort : EnumSet.complementOf(EnumSet.of(Sort.BENCHMARK))) {
            if (sort.name().toLowerCase(Locale.ROOT).equals(by)) {
                return sort;
            }
        }
        return Sort.BENCHMARK;
    }

    private Set<Relation> relations(Inputs inputs) {
        Set<Relation> relations = EnumSet.noneOf(Relation.class);
        for (String code : relation == null ? List.<String>of() : relation) {
            Relation.ofCode(code)
                    .ifPresentOrElse(
                            relations::add,
                            () -> inputs.fault(
                                    "relation",
                                    "There is no relation \"" + code + "\", only " + Relation.codes() + "."));
        }
        return relations;
    }

    private static double size(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("It must be a number of billions such as 7.5, not \"" + text + "\".", e);
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("A day is written as 2025-01-31, not \"" + text + "\".", e);
        }
    }
}

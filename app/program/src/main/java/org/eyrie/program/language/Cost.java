package org.eyrie.program.language;

import java.util.Arrays;

/**
 * What a program costs to run, known from its graph alone.
 *
 * @param terms operators and numbers of the canonical graph, at most {@link #TERMS}
 * @param depth the longest way through it, at most {@link #DEPTH}
 * @param passes how often each parent's weights are read, at most {@link #PASSES}
 * @param live how many tensors' pieces are in memory at once with the fewest parents that it takes, but three where it
 *     takes any number; at most {@link #LIVE} a parent
 */
public record Cost(int terms, int depth, int passes, int live) {

    public static final int TERMS = 64;
    public static final int DEPTH = 12;
    public static final int PASSES = 8;
    public static final int LIVE = 8;

    static Cost of(TermGraph graph) {
        int[] levels = levels(graph);
        int passes = levels[graph.result()] + 1;
        return new Cost(graph.size(), graph.depth(), passes, live(graph, parents(graph)));
    }

    static int parents(TermGraph graph) {
        Needs needs = Needs.of(graph);
        return needs.exact() > 0 ? needs.exact() : Math.max(3, needs.least());
    }

    /** In which pass each term can be worked out, from 0. */
    public static int[] levels(TermGraph graph) {
        int[] levels = new int[graph.terms().size()];
        for (int i = 0; i < levels.length; i++) {
            Term term = graph.term(i);
            for (int input : term.inputs()) {
                levels[i] = Math.max(levels[i], levels[input]);
            }
            levels[i] += passes(graph, term);
        }
        return levels;
    }

    /** How often a term has to see its inputs before it gives anything. */
    public static int passes(TermGraph graph, Term term) {
        boolean restored = graph.inputs(term).stream()
                .anyMatch(input -> input.word().equals("l1") || input.word().equals("l2"));
        return term.operator().passes() + (restored ? 1 : 0);
    }

    /** The most pieces at once when each is let go after its last use. */
    private static int live(TermGraph graph, int parents) {
        int[] last = new int[graph.terms().size()];
        Arrays.fill(last, -1);
        for (int i = 0; i < last.length; i++) {
            for (int input : graph.term(i).inputs()) {
                last[input] = i;
            }
        }
        last[graph.result()] = last.length;
        int most = 0;
        int now = 0;
        for (int i = 0; i < last.length; i++) {
            now += width(graph.term(i), parents);
            most = Math.max(most, now);
            for (int input = 0; input <= i; input++) {
                if (last[input] == i) {
                    now -= width(graph.term(input), parents);
                }
            }
        }
        return most;
    }

    private static int width(Term term, int parents) {
        if (!term.type().value().elementwise()) {
            return 0;
        }
        return term.type().countOf(parents);
    }
}

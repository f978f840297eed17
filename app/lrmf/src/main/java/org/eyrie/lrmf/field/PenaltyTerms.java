package org.eyrie.lrmf.field;

import java.io.Serializable;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.eyrie.lrmf.linalg.BlockPattern;

/**
 * Residuals that a field keeps small. Term f joins the nodes {@code node[e]}, e from {@code start[f]} to
 * {@code start[f + 1] - 1}, in
 *
 * <p>r_f = Σ_e (base_e − Σ_q θ_q ∘ pull_qe) ∘ m_e − Σ a_k drift_k, r_f ~ N(0, Σ / weight_f),
 *
 * <p>with Σ and the pulls θ_q, d numbers each, belonging to the term's class, and drifts, d numbers each, that terms may
 * have in common. A pairwise Laplacian is the special case
 * of two nodes with bases 1 and −1 and no pulls.
 */
public final class PenaltyTerms implements Serializable {

    final int classes;
    final int pulls;
    final int[] start;
    final int[] node;
    final double[] base;
    final double[][] pull;
    final int[] classOf;
    final double[] weight;
    final int[] driftStart;
    final int[] drift;
    /** Per drift of a term, how much of it. */
    final double[] driftWeight;

    final int drifts;
    /** Per entry, how soon it may be cut; see {@link Builder#add(int, double, int)}. */
    final int[] looseness;

    private PenaltyTerms(PenaltyTerms other, int[] node) {
        classes = other.classes;
        pulls = other.pulls;
        start = other.start;
        this.node = node;
        base = other.base;
        pull = other.pull;
        classOf = other.classOf;
        weight = other.weight;
        driftStart = other.driftStart;
        drift = other.drift;
        driftWeight = other.driftWeight;
        drifts = other.drifts;
        looseness = other.looseness;
    }

    private PenaltyTerms(Builder builder) {
        classes = builder.classes;
        pulls = builder.pulls;
        start = Arrays.copyOf(builder.start, builder.terms + 1);
        node = Arrays.copyOf(builder.node, builder.entries);
        base = Arrays.copyOf(builder.base, builder.entries);
        pull = new double[pulls][];
        for (int q = 0; q < pulls; q++) {
            pull[q] = Arrays.copyOf(builder.pull[q], builder.entries);
        }
        classOf = Arrays.copyOf(builder.classOf, builder.terms);
        weight = Arrays.copyOf(builder.weight, builder.terms);
        driftStart = Arrays.copyOf(builder.driftStart, builder.terms + 1);
        drift = Arrays.copyOf(builder.drift, builder.driftEntries);
        driftWeight = Arrays.copyOf(builder.driftWeight, builder.driftEntries);
        drifts = builder.drifts;
        looseness = Arrays.copyOf(builder.looseness, builder.entries);
    }

    /**
     * Some of the terms. Classes, pulls and drifts keep their numbers.
     *
     * @param chosen numbers of the terms
     * @param number what a node is called there
     */
    public PenaltyTerms only(int[] chosen, IntUnaryOperator number) {
        Builder builder = new Builder(classes, pulls);
        for (int f : chosen) {
            builder.term(classOf[f], weight[f]);
            for (int e = start[f]; e < start[f + 1]; e++) {
                int called = number.applyAsInt(node[e]);
                builder.add(called, base[e], looseness[e]);
                for (int q = 0; q < pulls; q++) {
                    builder.pull(q, called, pull[q][e], looseness[e]);
                }
            }
            for (int k = driftStart[f]; k < driftStart[f + 1]; k++) {
                builder.drift(drift[k], driftWeight[k]);
            }
        }
        return builder.build();
    }

    /** The same terms about other nodes, one per entry. */
    PenaltyTerms about(int[] otherNodes) {
        return new PenaltyTerms(this, otherNodes);
    }

    /** A pattern of so many nodes in which all nodes of every term are joined with each other. */
    BlockPattern.Builder joined(int nodes) {
        return new BlockPattern.Builder(nodes).joinGroups(start, node);
    }

    /** Number of terms. */
    public int count() {
        return classOf.length;
    }

    /** Number of entries of all terms together. */
    public int entries() {
        return node.length;
    }

    /** Number of classes. */
    public int classes() {
        return classes;
    }

    /** Number of pulls Q of every class. */
    public int pulls() {
        return pulls;
    }

    /** Number of drifts. */
    public int drifts() {
        return drifts;
    }

    /** Class of a term. */
    public int classOf(int term) {
        return classOf[term];
    }

    /** Where a term's entries start; its end is the start of the next. */
    public int start(int term) {
        return start[term];
    }

    /** Node of an entry. */
    public int node(int entry) {
        return node[entry];
    }

    /** Base coefficient of an entry. */
    public double base(int entry) {
        return base[entry];
    }

    /** How many terms each class has. */
    public int[] counts() {
        int[] counts = new int[classes];
        for (int c : classOf) {
            counts[c]++;
        }
        return counts;
    }

    /** Collects terms. An entry named twice within a term counts with the sum of its coefficients. */
    public static final class Builder {

        private final int classes;
        private final int pulls;
        private int terms;
        private int entries;
        private int[] start = new int[64];
        private int[] node = new int[256];
        private double[] base = new double[256];
        private final double[][] pull;
        private int[] classOf = new int[64];
        private double[] weight = new double[64];
        private int[] driftStart = new int[64];
        private int[] drift = new int[64];
        private double[] driftWeight = new double[64];
        private int driftEntries;
        private int drifts;
        private int[] looseness = new int[256];

        public Builder(int classes, int pulls) {
            this.classes = classes;
            this.pulls = pulls;
            pull = new double[pulls][256];
        }

        /** Opens a term; what is added from now on belongs to it. */
        public Builder term(int termClass, double termWeight) {
            if (termClass < 0 || termClass >= classes) {
                throw new IllegalArgumentException("No such class: " + termClass + " of " + classes);
            }
            if (!(termWeight > 0 && termWeight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("A weight must be positive: " + termWeight);
            }
            if (terms + 2 > start.length) {
                start = Arrays.copyOf(start, start.length * 2);
                classOf = Arrays.copyOf(classOf, start.length);
                weight = Arrays.copyOf(weight, start.length);
                driftStart = Arrays.copyOf(driftStart, start.length);
            }
            classOf[terms] = termClass;
            weight[terms] = termWeight;
            terms++;
            start[terms] = entries;
            driftStart[terms] = driftEntries;
            return this;
        }

        /** Adds to a node's base coefficient. */
        public Builder add(int entryNode, double coefficient) {
            return add(entryNode, coefficient, 0);
        }

        /**
         * Adds to a node's base coefficient.
         *
         * @param loose where a field is too large to be solved exactly, entries are cut from their terms, the loosest
         *     first; never a term's first entry
         */
        public Builder add(int entryNode, double coefficient, int loose) {
            int e = entry(entryNode, loose); // first: it may grow the array
            base[e] += coefficient;
            return this;
        }

        /** Adds to a node's coefficient under pull q. */
        public Builder pull(int q, int entryNode, double coefficient) {
            return pull(q, entryNode, coefficient, 0);
        }

        /** Adds to a node's coefficient under pull q; {@code loose} as in {@link #add(int, double, int)}. */
        public Builder pull(int q, int entryNode, double coefficient, int loose) {
            int e = entry(entryNode, loose);
            pull[q][e] += coefficient;
            return this;
        }

        /**
         * Adds a drift to the term.
         *
         * @param times how much of it
         */
        public Builder drift(int number, double times) {
            if (number < 0) {
                throw new IllegalArgumentException("No such drift: " + number);
            }
            if (driftEntries == drift.length) {
                drift = Arrays.copyOf(drift, driftEntries * 2);
                driftWeight = Arrays.copyOf(driftWeight, driftEntries * 2);
            }
            driftWeight[driftEntries] = times;
            drift[driftEntries++] = number;
            driftStart[terms] = driftEntries;
            drifts = Math.max(drifts, number + 1);
            return this;
        }

        private int entry(int entryNode, int loose) {
            for (int e = start[terms - 1]; e < entries; e++) {
                if (node[e] == entryNode) {
                    looseness[e] = Math.min(looseness[e], loose);
                    return e;
                }
            }
            if (entries == node.length) {
                node = Arrays.copyOf(node, entries * 2);
                looseness = Arrays.copyOf(looseness, entries * 2);
                base = Arrays.copyOf(base, entries * 2);
                for (int q = 0; q < pulls; q++) {
                    pull[q] = Arrays.copyOf(pull[q], entries * 2);
                }
            }
            node[entries] = entryNode;
            looseness[entries] = loose;
            start[terms] = entries + 1;
            return entries++;
        }

        public PenaltyTerms build() {
            return new PenaltyTerms(this);
        }
    }
}

package org.eyrie.program.run;

import java.util.Locale;
import org.eyrie.program.language.Operator;
import org.eyrie.program.language.Term;
import org.eyrie.program.language.TermGraph;
import org.eyrie.program.run.Thinning.Restore;

/** The work that each operator is. */
final class Works {

    private final TermGraph graph;
    private final TensorGroup group;

    Works(TermGraph graph, TensorGroup group) {
        this.graph = graph;
        this.group = group;
    }

    /** For one term; {@link ParentPieces} has those that read. */
    TermWork of(Term term) {
        int tensors = term.inputs().isEmpty() ? 1 : count(term, 0);
        long size = group.rows() * group.columns();
        return switch (term.operator()) {
            case NUMBER -> Scalars.work(in -> new double[] {term.number()});
            case WORD -> Scalars.work(in -> new double[0]);
            case BASE, TAUS, PARENTS, TAU, PARENT, ONLY -> Elementwise.work((in, parent, k) -> Float.NaN);
            case DEPTH -> Scalars.work(in -> new double[] {group.place().depth()});
            case LAYER -> Scalars.work(in -> new double[] {group.place().layer()});
            case KIND -> Scalars.work(in -> new double[] {kind(in)});
            case RAMP, CURVE ->
                Scalars.work(in -> new double[] {
                    ParentNumbers.curve(in.numbers(), group.place().depth())
                });
            case EACH -> Scalars.work(Works::each);
            case SOFTMAX -> Scalars.work(in -> ParentNumbers.softmax(in.numbers(0), in.number(1)));
            case NORMALISE -> Scalars.work(in -> ParentNumbers.normalised(in.numbers(0)));
            case RANK -> Scalars.work(in -> ParentNumbers.ranked(in.numbers(0)));
            case ADD, SUBTRACT, MULTIPLY -> Arithmetic.work(term, graph);
            case NORMS, ENERGIES, COSINES, STOCK -> measure(term.operator(), tensors, size);
            case KEEP, MIDDLE, DROP, DROP_SMALL, DIFFERING -> thinning(term, tensors, size);
            case AGREE -> Elections.agree(word(term).equals("count"), 2);
            case MEAN_OF_NONZERO -> Elections.meanOfNonzero();
            case SUM -> Arithmetic.sum(false);
            case MEAN -> Arithmetic.sum(true);
            case MEDIAN -> Elementwise.work((in, none, k) -> PartMeans.median(in.piece(0), k));
            case LARGEST -> Elementwise.work((in, none, k) -> PartMeans.largest(in.piece(0), k));
            case EXCLUSIVE -> PartMeans.exclusive(tensors, size, number(term, 1));
            case SLERP -> GramWork.mixture(2, (gram, in) -> Mixtures.slerp(gram, in.number(2)));
            case KARCHER -> GramWork.mixture(tensors, (gram, in) -> Mixtures.karcher(gram));
            case UNIT -> GramWork.mixture(tensors, (gram, in) -> Mixtures.rescale(gram, in, true));
            case RESCALE -> GramWork.mixture(tensors, (gram, in) -> Mixtures.rescale(gram, in, false));
            case APART -> GramWork.mixture(tensors, (gram, in) -> Mixtures.apart(gram, number(term, 1)));
            case LOWRANK ->
                new LowRank(tensors, group.rows(), group.columns(), (int) number(term, 1), new Chance(0, group.name()));
            case CLIP -> PartMeans.clip(tensors, size, number(term, 1));
            case POWER -> power(number(term, 1));
            case SIGN -> Elementwise.work((in, parent, k) -> Math.signum(in.piece(0, parent)[k]));
            case ABS -> Elementwise.work((in, parent, k) -> Math.abs(in.piece(0, parent)[k]));
            case ROW_MEAN -> PartMeans.rows();
            case COL_MEAN -> PartMeans.columns(tensors, group.rows(), Math.toIntExact(group.columns()));
            case LARGER ->
                Elementwise.work((in, none, k) -> Math.abs(in.piece(0, 0)[k]) > Math.abs(in.piece(1, 0)[k]) ? 1 : 0);
            case CONSENT -> Elementwise.work((in, none, k) -> Elections.consent(in.piece(0), k));
            case MIX -> mix(graph.term(term.inputs().get(2)));
            case WHERE ->
                Elementwise.work((in, none, k) -> in.piece(0, 0)[k] > .5f ? in.piece(1, 0)[k] : in.piece(2, 0)[k]);
        };
    }

    private static TermWork measure(Operator operator, int tensors, long size) {
        if (operator == Operator.STOCK) {
            return GramWork.measure(tensors, gram -> new double[] {Mixtures.stock(gram)});
        }
        int all = operator == Operator.COSINES ? tensors + 1 : tensors;
        return GramWork.measure(all, gram -> {
            double[] values = new double[tensors];
            for (int t = 0; t < tensors; t++) {
                values[t] = operator == Operator.NORMS
                        ? gram.norm(t)
                        : operator == Operator.ENERGIES ? gram.of(t, t) / size : gram.cosine(t, tensors);
            }
            return values;
        });
    }

    private TermWork thinning(Term term, int tensors, long size) {
        String word = word(term);
        Restore restore = word.equals("l1") ? Restore.L1 : word.equals("l2") ? Restore.L2 : Restore.NONE;
        boolean inverse = word.equals("inverse");
        Selector selector = selector(term, tensors, size, inverse);
        return new Thinning(selector, restore, tensors);
    }

    private Selector selector(Term term, int tensors, long size, boolean inverse) {
        double share = number(term, 1);
        if (term.operator() == Operator.DROP) {
            return new ChanceSelector(chance(term, 2), share, inverse);
        }
        if (term.operator() == Operator.DROP_SMALL) {
            return new RowRankSelector(chance(term, 3), share, number(term, 2), inverse);
        }
        if (term.operator() == Operator.DIFFERING) {
            return new DifferingSelector(share);
        }
        return term.operator() == Operator.MIDDLE
                ? BandSelector.middle(tensors, size, share, number(term, 2))
                : BandSelector.largest(tensors, size, share);
    }

    private Chance chance(Term term, int seed) {
        return new Chance(term.inputs().size() > seed ? (long) number(term, seed) : 0, group.name());
    }

    private static TermWork power(double exponent) {
        return Elementwise.work((in, parent, k) -> {
            float x = in.piece(0, parent)[k];
            return (float) Math.copySign(Math.pow(Math.abs(x), exponent), x);
        });
    }

    private static TermWork mix(Term share) {
        return share.type().value().elementwise()
                ? Elementwise.work((in, none, k) ->
                        (1 - in.piece(2, 0)[k]) * in.piece(0, 0)[k] + in.piece(2, 0)[k] * in.piece(1, 0)[k])
                : Elementwise.work((in, none, k) ->
                        (float) (1 - in.number(2)) * in.piece(0, 0)[k] + (float) in.number(2) * in.piece(1, 0)[k]);
    }

    private double kind(Operands in) {
        String kind = group.place().kind().name().toLowerCase(Locale.ROOT);
        for (int i = 0; in.has(i); i++) {
            if (Operator.KIND.parameters().get(i).name().equals(kind)) {
                return in.number(i);
            }
        }
        return 0;
    }

    private static double[] each(Operands in) {
        double[] all = new double[in.numbers().length];
        for (int i = 0; i < all.length; i++) {
            all[i] = in.number(i);
        }
        return all;
    }

    private int count(Term term, int input) {
        return graph.term(term.inputs().get(input)).type().countOf(group.parents());
    }

    private double number(Term term, int input) {
        return graph.term(term.inputs().get(input)).number();
    }

    /** The one word among the inputs of a term, or an empty text. */
    private String word(Term term) {
        return graph.inputs(term).stream()
                .filter(input -> input.operator() == Operator.WORD)
                .map(Term::word)
                .findFirst()
                .orElse("");
    }
}

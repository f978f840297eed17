package org.eyrie.sources.conventions;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which share of successes a published figure is. Some write 20.9, some 0.209; beside them stand marks from 1 to 10,
 * losses and ratings. Each figure is decided for itself, by what it is called and what is known of its data set: one
 * above 1 says nothing of its neighbours.
 */
public final class PublishedScale {

    private static final Pattern NO_SHARE = Pattern.compile(
            "perplexity|\\bppl\\b|loss|\\bwer\\b|\\bcer\\b|\\bter\\b|\\bmae\\b|\\bmse\\b|rmse|\\bnll\\b|\\belo\\b"
                    + "|latency|error|reward|bits[ _-]per|per[ _-]second|throughput|runtime|emissions"
                    + "|carbon|stderr|std[ _-]?dev|out of 10\\b|/10\\b|\\b1[ _-]?(?:to|-)[ _-]?10\\b");

    /** Marks from 1 to 10, whatever their metric is called. */
    private static final Pattern MARKS = Pattern.compile("\\bmt[-_ ]?bench");

    private static final Pattern SHARE = Pattern.compile(
            "acc|exact[ _-]?match|\\bem\\b|\\bf1|pass[ _-]?(?:@|at|rate)|\\bmc[12]\\b|precision|recall|\\bauc"
                    + "|bleu|rouge|meteor|chrf|win[ _-]?rate|success|resolved|correct|strict|ndcg|\\bmrr|\\bmap\\b|\\biou"
                    + "|(?:cons|maj|avg|mean|hit)s?@");

    /** Above it only percentages are usual: marks end at 5 or 10. */
    private static final double HIGHEST_MARK = 10;

    /** So many scores of other models say what is usual of a data set. */
    private static final int ENOUGH = 3;

    private PublishedScale() {}

    /**
     * The share.
     *
     * @param dataset what was measured on
     * @param metric what was measured, or null where nobody says
     * @param percentages whether its source always writes percentages
     * @param evidence what is known of the data set
     * @param why hears why there is none
     * @return from 0 to 1; empty where it is none, or it cannot be told
     */
    public static OptionalDouble share(
            String dataset,
            @Nullable String metric,
            WrittenNumber figure,
            boolean percentages,
            ScaleEvidence evidence,
            Consumer<String> why) {
        double value = figure.value();
        String words = (metric == null ? "" : metric).toLowerCase(Locale.ROOT);
        String set = dataset.toLowerCase(Locale.ROOT);
        if (NO_SHARE.matcher(words).find() || MARKS.matcher(set).find() || value < 0 || value > 100) {
            why.accept("it is no share of successes");
            return OptionalDouble.empty();
        }
        if (figure.percent() || percentages) {
            return OptionalDouble.of(WrittenNumber.hundredth(value));
        }
        if (value <= 1) {
            return shareUnlessUnusual(value, evidence.scores(dataset), why);
        }
        double hundredth = WrittenNumber.hundredth(value);
        if (value > HIGHEST_MARK
                || SHARE.matcher(words).find()
                || evidence.isShare(dataset)
                || isUsual(hundredth, evidence.scores(dataset))) {
            return OptionalDouble.of(hundredth);
        }
        why.accept("it may be a percentage or a mark from 1 to 10. Where it is a percentage, write " + value + "%");
        return OptionalDouble.empty();
    }

    // A hard benchmark, on which nobody has half of it, and a figure such as 0.9: a record, or nine in a thousand.
    private static OptionalDouble shareUnlessUnusual(double value, List<Double> others, Consumer<String> why) {
        if (value > 0 && others.size() >= ENOUGH) {
            double most = Collections.max(others);
            if (value > 2 * most && WrittenNumber.hundredth(value) <= most) {
                why.accept("it may be a share or a percentage: the highest of " + others.size() + " other models has "
                        + most + ". Where it is a percentage, write " + value + "%");
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.of(value);
    }

    /** Whether a share is like others of the same data set: not half of the least nor twice the most. */
    public static boolean isLike(double share, Collection<Double> others) {
        return share >= Collections.min(others) / 2 && share <= Collections.max(others) * 2;
    }

    private static boolean isUsual(double share, List<Double> others) {
        return others.size() >= ENOUGH && isLike(share, others);
    }
}

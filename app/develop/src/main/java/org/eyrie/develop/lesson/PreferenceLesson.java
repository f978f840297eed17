package org.eyrie.develop.lesson;

import java.util.ArrayList;
import java.util.List;
import org.eyrie.model.development.MeasuredProgram;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.program.language.Form;
import org.eyrie.program.language.Operator;
import org.eyrie.program.language.Signature;

/** The preferences that a search's own development items support. Test items are in no record, so none is taught. */
public final class PreferenceLesson {

    private static final double BEST = .03;
    private static final double WORST = .1;

    /** The quantile of the normal distribution at .9. */
    private static final double SURE_DEVIATIONS = 1.2815515655446004;

    /** Pairs for each better program: those nearest to it teach most, and all would be half the square of their number. */
    private static final int NEAREST = 4;

    private PreferenceLesson() {}

    /** The pairs of a rule, the best program first; none where fewer than two programs were asked anything. */
    public static List<ProgramPreference> of(SearchRecord record, LessonRule rule) {
        List<MeasuredProgram> measured = MeasuredProgram.of(record);
        return switch (rule) {
            case PAPER -> paper(record, measured);
            case INTERVAL -> interval(record, measured);
        };
    }

    /** What a model is asked, the same for every pair of searches over so many parents. */
    public static String prompt(int parents) {
        StringBuilder text = new StringBuilder("Write a program that merges " + parents
                + " models, the parents, of one base. A program is \"base + \" and what is added to each tensor. taus"
                + " are the task vectors, parent minus base; tau(i) is one of them. Operators:\n");
        for (Operator operator : Operator.values()) {
            if (operator.form() != Form.LEAF) {
                text.append(Signature.of(operator))
                        .append(": ")
                        .append(operator.meaning())
                        .append('\n');
            }
        }
        return text.append("Example: base + 1.5 * mean_of_nonzero(agree(keep(taus, .4)))\nProgram:\n")
                .toString();
    }

    private static List<ProgramPreference> paper(SearchRecord record, List<MeasuredProgram> measured) {
        List<ProgramPreference> pairs = new ArrayList<>();
        int count = measured.size();
        int best = Math.max(1, (int) Math.round(BEST * count));
        int worst = Math.max(1, (int) Math.round(WORST * count));
        for (int i = 0; i < Math.min(best, count - 1); i++) {
            for (int j = Math.max(best, count - worst); j < count; j++) {
                pairs.add(pair(record, measured.get(i), measured.get(j), LessonRule.PAPER));
            }
        }
        return pairs;
    }

    private static List<ProgramPreference> interval(SearchRecord record, List<MeasuredProgram> measured) {
        List<ProgramPreference> pairs = new ArrayList<>();
        for (int i = 0; i < measured.size(); i++) {
            int taken = 0;
            for (int j = i + 1; j < measured.size() && taken < NEAREST; j++) {
                if (deviations(measured.get(i), measured.get(j)) >= SURE_DEVIATIONS) {
                    pairs.add(pair(record, measured.get(i), measured.get(j), LessonRule.INTERVAL));
                    taken++;
                }
            }
        }
        return pairs;
    }

    private static ProgramPreference pair(
            SearchRecord record, MeasuredProgram better, MeasuredProgram worse, LessonRule rule) {
        return new ProgramPreference(
                prompt(record.plan().parents().size()),
                better.text(),
                worse.text(),
                better.program(),
                worse.program(),
                better.mean(),
                worse.mean(),
                normal(deviations(better, worse)),
                rule,
                record.plan().id().value());
    }

    private static double deviations(MeasuredProgram better, MeasuredProgram worse) {
        return (better.mean() - worse.mean()) / Math.hypot(better.sd(), worse.sd());
    }

    /** The normal distribution function; Abramowitz and Stegun 26.2.17, absolute error below 7.5e-8. */
    private static double normal(double x) {
        double t = 1 / (1 + .2316419 * Math.abs(x));
        double tail = Math.exp(-x * x / 2)
                / Math.sqrt(2 * Math.PI)
                * t
                * (.319381530 + t * (-.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return x >= 0 ? 1 - tail : tail;
    }
}

package org.eyrie.lrmf.trial.protocol;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import org.eyrie.lrmf.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Hides every score of models published from a day on and learns from what is older only: the future is predicted from
 * the past. Scores of models without a date are neither asked for nor learned from, since they may be of either time. Nor
 * are those of models published later than the block of time that is asked for.
 *
 * @param from first day of the future
 * @param until first day that is not asked for any more, after {@code from}; null to ask for all that is newer
 */
public record LateProtocol(LocalDate from, @Nullable LocalDate until) implements Protocol {

    /** What names of late experiments begin with. */
    public static final String LATE = "late";

    public LateProtocol {
        if (until != null && !until.isAfter(from)) {
            throw new IllegalArgumentException("A block from " + from + " cannot end on " + until);
        }
    }

    /** Of all that was published from a day on. */
    public LateProtocol(LocalDate from) {
        this(from, null);
    }

    @Override
    public String name() {
        return LATE + " " + from + (until == null ? "" : " until " + until);
    }

    @Override
    public List<Split> splits(Problem problem, long seed) {
        BitSet past = new BitSet();
        BitSet future = new BitSet();
        double[] uploaded = problem.traits().uploadedDay();
        double end = until == null ? Double.POSITIVE_INFINITY : until.toEpochDay();
        Pool.scored(problem).stream()
                .filter(model -> uploaded[model] < end) // false where no day is known
                .forEach(model -> (uploaded[model] < from.toEpochDay() ? past : future).set(model));
        if (past.isEmpty() && future.isEmpty()) {
            throw new ProtocolRefusedException(this, "no model with scores has a date of publication" + before());
        }
        Requirement requirement = new Requirement(this);
        requirement.enough("models with scores published before " + from, past.cardinality());
        requirement.enough("models with scores published from " + from + " on" + before(), future.cardinality());
        return List.of(Split.of(
                problem, Pool.cellsOf(problem.observations(), past), Pool.cellsOf(problem.observations(), future)));
    }

    private String before() {
        return until == null ? "" : " and before " + until;
    }
}

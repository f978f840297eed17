package org.eyrie.lrmf.trial.protocol;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import org.eyrie.lrmf.problem.Problem;

/**
 * Hides every score of models published from a day on and learns from what is older only: the future is predicted from
 * the past. Scores of models without a date are neither asked for nor learned from, since they may be of either time.
 *
 * @param from first day of the future
 */
public record LateProtocol(LocalDate from) implements Protocol {

    @Override
    public String name() {
        return "late " + from;
    }

    @Override
    public List<Split> splits(Problem problem, long seed) {
        BitSet past = new BitSet();
        BitSet future = new BitSet();
        double[] uploaded = problem.traits().uploadedDay();
        Pool.scored(problem).stream()
                .filter(model -> !Double.isNaN(uploaded[model]))
                .forEach(model -> (uploaded[model] < from.toEpochDay() ? past : future).set(model));
        if (past.isEmpty() && future.isEmpty()) {
            throw new ProtocolRefusedException(this, "no model with scores has a date of publication");
        }
        Requirement requirement = new Requirement(this);
        requirement.enough("models with scores published before " + from, past.cardinality());
        requirement.enough("models with scores published from " + from + " on", future.cardinality());
        return List.of(Split.of(
                problem, Pool.cellsOf(problem.observations(), past), Pool.cellsOf(problem.observations(), future)));
    }
}

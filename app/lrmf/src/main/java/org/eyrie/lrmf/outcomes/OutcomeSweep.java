package org.eyrie.lrmf.outcomes;

import java.util.List;
import org.eyrie.lrmf.StopReason;
import org.eyrie.lrmf.field.FieldPosterior;
import org.eyrie.task.Progress;

/** A fit under way: what its sweeps move, models by the model step and columns by the column step. */
final class OutcomeSweep implements Sweeping {

    private final OutcomeProblem problem;
    private final OutcomeSettings settings;
    private final OutcomeTable byColumn;
    private final Factors models;
    private final Factors columns;
    private final SkillPrior skillPrior;
    private final ColumnPrior columnPrior;
    private final ModelStep modelStep;
    private final ColumnStep columnStep;
    private final ConvergenceProbe probe;

    /** @param start of the same rank, columns and covariates; it stays as it is */
    OutcomeSweep(OutcomeProblem problem, OutcomeSettings settings, OutcomeShared start, OutcomeTable byColumn) {
        this.problem = problem;
        this.settings = settings;
        this.byColumn = byColumn;
        PaddedRank stride = new PaddedRank(settings.rank());
        SkillField field = new SkillField(
                LineageTerms.of(problem.lineage(), settings.structural()),
                problem.lineage().models(),
                settings.rank());
        skillPrior = new SkillPrior(field, problem.covariates(), start.strength(), start.link());
        columnPrior = new ColumnPrior(problem.ties(), stride, settings.ridge(), settings.interceptRidge());
        models = StartingPoint.models(skillPrior.expected(), stride);
        columns = start.columns().copy();
        modelStep = new ModelStep(field, stride);
        columnStep = new ColumnStep(stride, columnPrior);
        probe = new ConvergenceProbe(
                problem.outcomes().rows(), problem.outcomes().columns());
    }

    /** Learns from the columns as they are what to expect of columns. */
    void learnColumnPrior() {
        ColumnPriorLearning.learn(columnPrior, columns);
    }

    @Override
    public void run(CellPass pass, Progress progress) {
        modelStep.collect(pass, problem.outcomes(), models, columns, skillPrior.expected());
        if (progress.cancelled()) {
            return; // not all cells were gone over
        }
        FieldPosterior posterior = modelStep.solve(models, skillPrior, pass.spread());
        if (pass.spread()) {
            skillPrior.learn(models, posterior);
        }
        columnStep.solve(pass, byColumn, models, columns);
        if (pass.spread()) {
            learnColumnPrior();
        }
    }

    @Override
    public double move() {
        return probe.move(models, columns);
    }

    OutcomeModel result(List<Double> trace, StopReason stop) {
        OutcomeShared shared = new OutcomeShared(settings, columns, skillPrior.strength(), skillPrior.link());
        return new OutcomeModel(problem, shared, models, trace, stop, columnPrior.likeness());
    }
}

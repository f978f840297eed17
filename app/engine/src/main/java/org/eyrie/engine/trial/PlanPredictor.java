package org.eyrie.engine.trial;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.engine.ask.Asking;
import org.eyrie.engine.ask.Estimate;
import org.eyrie.engine.ask.Plan;
import org.eyrie.engine.ask.PlannedModel;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.trial.protocol.Estimates;
import org.eyrie.lrmf.trial.protocol.Fitted;
import org.eyrie.lrmf.trial.protocol.Predictor;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Derivation;
import org.eyrie.model.Model;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.eyrie.task.Progress;

/**
 * Predicts each held-out model by a plan of it.
 *
 * @param trial whose worlds it asks
 * @param traits whether the plan has the model's name and traits, or its parents only
 */
record PlanPredictor(PlanTrial trial, boolean traits) implements Predictor {

    @Override
    public String name() {
        return traits ? "what-if" : "what-if, parents only";
    }

    @Override
    public Fitted fit(Problem training, Progress progress) {
        return (model, column, level) -> predict(training, model, column, progress);
    }

    private Estimates predict(Problem training, int[] model, int[] column, Progress progress) {
        Asking asking = trial.without(model, training, progress);
        Map<Integer, Map<BenchmarkId, Estimate>> answers = new HashMap<>();
        double[] mean = new double[model.length];
        double[] lower = new double[model.length];
        double[] upper = new double[model.length];
        for (int cell = 0; cell < model.length; cell++) {
            progress.check();
            Map<BenchmarkId, Estimate> answer =
                    answers.computeIfAbsent(model[cell], row -> ask(asking, trial.model(row)));
            Estimate estimate = answer.get(trial.benchmarks().get(column[cell]));
            if (estimate == null) {
                throw new IllegalStateException("A plan of measured parents was refused: " + trial.model(model[cell]));
            }
            mean[cell] = estimate.mean();
            lower[cell] = estimate.lower();
            upper[cell] = estimate.upper();
        }
        return new Estimates(mean, lower, upper);
    }

    private Map<BenchmarkId, Estimate> ask(Asking asking, Model model) {
        Map<BenchmarkId, Estimate> answers = new HashMap<>();
        for (Plan plan : asking.whatIf().ask(plan(model), List.of())) {
            answers.put(plan.benchmark(), plan.predicted());
        }
        return answers;
    }

    private PlannedModel plan(Model model) {
        List<Derivation> derivations = trial.parents(model.id());
        Relation[] relations =
                derivations.stream().map(Derivation::relation).distinct().toArray(Relation[]::new);
        Relation usual = relations.length == 1 && (derivations.size() == 1 || relations[0] == Relation.MERGE)
                ? relations[0]
                : Arrays.asList(relations).contains(Relation.MERGE) ? Relation.MERGE : Relation.UNKNOWN;
        PlannedModel parentsOnly = new PlannedModel(
                derivations.stream()
                        .map(edge -> new PlannedModel.Parent(edge.parent(), edge.weight(), edge.relation()))
                        .toList(),
                usual);
        return traits ? parentsOnly.with(model.id(), known(model.traits())) : parentsOnly;
    }

    /** What a planner knows of a model: not how its weights will be stored. */
    private static Traits known(Traits traits) {
        return new Traits(
                traits.architecture(),
                traits.parametersBillions(),
                traits.type(),
                null,
                traits.chatTemplate(),
                null,
                traits.uploaded(),
                traits.license());
    }
}

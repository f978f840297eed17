package org.eyrie.engine.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eyrie.lrmf.choice.PickWorth;
import org.eyrie.lrmf.posterior.WantedColumns;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.NoFamilyEvidenceException;

/**
 * Which of several models to measure so that the one that is taken in the end is better: what a measurement is worth is
 * how much the expected true score of that one rises, models that are measured already being among those to take.
 */
final class WhoIsBest {

    /** Of more, those whose intervals reach highest are looked at: the others will hardly be the best. */
    static final int MOST_CONTESTANTS = 500;

    /** What lifts the score by less is no use. */
    private static final double LEAST_GAIN = 1e-6;

    private final SolvedFamily solved;
    private final List<BenchmarkId> benchmarks;
    private final WantedColumns wanted;
    private final RunCosts costs;
    private final List<Contestant> contestants = new ArrayList<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    /** @param reach the upper end of its interval */
    private record Contestant(ModelId model, int row, double reach) {}

    WhoIsBest(SolvedFamily solved, Map<BenchmarkId, Double> weights, Set<ModelId> among, RunCosts costs) {
        this.solved = solved;
        this.costs = costs;
        this.benchmarks = List.copyOf(weights.keySet());
        this.wanted = solved.wanted(weights);
        warnings.addAll(solved.fit().warnings());
        enter(among);
    }

    private void enter(Set<ModelId> among) {
        Forecasts forecasts = new Forecasts(solved);
        int unknown = 0;
        for (int row = 0; row < solved.models().size(); row++) {
            Model model = solved.models().get(row);
            if (!among.contains(model.id())) {
                continue;
            }
            double reach = 0;
            boolean predicted = true;
            for (int j = 0; j < benchmarks.size(); j++) {
                Estimate estimate =
                        forecasts.of(model, benchmarks.get(j), false).predicted();
                predicted &= estimate != null;
                reach += estimate == null ? 0 : wanted.weight()[j] * estimate.upper();
            }
            if (predicted) {
                contestants.add(new Contestant(model.id(), row, reach));
            } else {
                unknown++;
            }
        }
        if (contestants.size() < 2) {
            throw new NoFamilyEvidenceException("Cannot say who is best: of " + among.size() + " models "
                    + contestants.size() + " can be predicted. Name more, or bring in their scores, parents or"
                    + " architecture.");
        }
        if (unknown > 0) {
            warnings.add(unknown + " models are left out: nothing known says anything about them.");
        }
        if (contestants.size() > MOST_CONTESTANTS) {
            contestants.sort(Comparator.comparingDouble((Contestant contestant) -> -contestant.reach())
                    .thenComparing(Contestant::model));
            int rest = contestants.size() - MOST_CONTESTANTS;
            contestants.subList(MOST_CONTESTANTS, contestants.size()).clear();
            warnings.add("The " + MOST_CONTESTANTS + " models whose intervals reach highest were looked at, " + rest
                    + " were not.");
        }
    }

    EvaluationChoice answer() {
        PickWorth worth = new PickWorth(
                solved.posterior(),
                contestants.stream().mapToInt(Contestant::row).toArray(),
                wanted);
        double now = worth.mean()[worth.best()];
        List<EvaluationChoice.ProposedRun> runs = new ArrayList<>();
        List<EvaluationChoice.MeasuredCell> measured = new ArrayList<>();
        for (Contestant contestant : contestants) {
            for (int j = 0; j < benchmarks.size(); j++) {
                BenchmarkId benchmark = benchmarks.get(j);
                Double score = solved.score(contestant.model(), benchmark);
                if (score != null) {
                    measured.add(new EvaluationChoice.MeasuredCell(contestant.model(), benchmark, score));
                    continue;
                }
                int column = wanted.column()[j];
                costs.of(benchmark).ifPresent(cost -> {
                    double gain = worth.gain(contestant.row(), column);
                    if (gain >= LEAST_GAIN) {
                        runs.add(new EvaluationChoice.ProposedRun(
                                contestant.model(),
                                benchmark,
                                cost.value(),
                                cost.assumed(),
                                gain,
                                gain / cost.value(),
                                now + gain));
                    }
                });
            }
        }
        return new EvaluationChoice(
                null,
                contestants.get(worth.best()).model(),
                benchmarks,
                now,
                runs,
                measured,
                solved.fit().fit().id(),
                List.copyOf(warnings));
    }
}

package org.eyrie.engine.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.lrmf.items.PartialScore;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.ModelId;
import org.eyrie.model.Outcomes;
import org.jspecify.annotations.Nullable;

/**
 * Scores of models that were run on some items of a benchmark only. The share they got right stands in the store; it says
 * of the whole benchmark what it says only in the light of which items those were, and that is what predictions go by.
 */
public final class PartialScores {

    private final Map<BenchmarkId, double[]> usual;

    /** @param usual log-odds with which models in general answer each item, of benchmarks known item by item */
    public PartialScores(Map<BenchmarkId, double[]> usual) {
        this.usual = usual;
    }

    /** With log-odds as often as the items were answered by the models there are. */
    static PartialScores from(ItemFitting.Known known) {
        Map<BenchmarkId, double[]> right = new HashMap<>();
        Map<BenchmarkId, double[]> asked = new HashMap<>();
        for (Evaluation evaluation : known.evaluations()) {
            byte[] outcome = outcome(evaluation);
            double[] itsRight = right.computeIfAbsent(evaluation.benchmark(), id -> new double[outcome.length]);
            double[] itsAsked = asked.computeIfAbsent(evaluation.benchmark(), id -> new double[outcome.length]);
            for (int i = 0; i < outcome.length; i++) {
                itsRight[i] += outcome[i] == 1 ? 1 : 0;
                itsAsked[i] += outcome[i] >= 0 ? 1 : 0;
            }
        }
        Map<BenchmarkId, double[]> usual = new HashMap<>();
        right.forEach((benchmark, count) -> {
            double[] of = asked.getOrDefault(benchmark, count);
            double[] logit = new double[count.length];
            Arrays.setAll(logit, i -> Math.log((count[i] + 0.5) / (of[i] - count[i] + 0.5)));
            usual.put(benchmark, logit);
        });
        return new PartialScores(usual);
    }

    /** Of how many items a benchmark is; zero where that is not known. */
    public int items(BenchmarkId benchmark) {
        double[] logits = usual.get(benchmark);
        return logits == null ? 0 : logits.length;
    }

    /** The models of those evaluations that are of some items only, for all that can be told without their outcomes. */
    public List<ModelId> concerned(Collection<Evaluation> evaluations) {
        return evaluations.stream()
                .filter(this::mayBePartial)
                .map(Evaluation::model)
                .distinct()
                .toList();
    }

    private boolean mayBePartial(Evaluation evaluation) {
        double[] logits = usual.get(evaluation.benchmark());
        Integer items = evaluation.items();
        return logits != null && items != null && items < logits.length;
    }

    /**
     * The same evaluations, with the whole benchmark's expected score in place of the share of some items, and the number
     * of items that would tell as much.
     *
     * @param outcomes of the models that are {@link #concerned}; others do no harm
     */
    public List<Evaluation> corrected(Collection<Evaluation> evaluations, Collection<Evaluation> outcomes) {
        Map<List<Object>, Evaluation> byItem = new HashMap<>();
        outcomes.forEach(each -> byItem.put(List.of(each.model(), each.benchmark()), each));
        List<Evaluation> result = new ArrayList<>(evaluations.size());
        for (Evaluation evaluation : evaluations) {
            Evaluation known =
                    mayBePartial(evaluation) ? byItem.get(List.of(evaluation.model(), evaluation.benchmark())) : null;
            result.add(known == null ? evaluation : corrected(evaluation, known));
        }
        return result;
    }

    private Evaluation corrected(Evaluation evaluation, Evaluation known) {
        byte[] outcome = outcome(known);
        double @Nullable [] logits = usual.get(evaluation.benchmark());
        Outcomes outcomes = known.outcomes();
        if (logits == null
                || outcome.length != logits.length
                || outcomes == null
                || !outcomes.makeUp(evaluation.score())) { // a score of the whole benchmark is left alone
            return evaluation;
        }
        PartialScore whole = PartialScore.of(logits, outcome);
        return evaluation.estimated(whole.score(), (int) Math.max(1, Math.round(whole.trials())));
    }

    private static byte[] outcome(Evaluation evaluation) {
        Outcomes outcomes = evaluation.outcomes();
        String value = outcomes == null ? "" : outcomes.value();
        byte[] result = new byte[value.length()];
        for (int i = 0; i < result.length; i++) {
            result[i] = (byte) (value.charAt(i) == Outcomes.NOT_SEEN ? -1 : value.charAt(i) - '0');
        }
        return result;
    }
}

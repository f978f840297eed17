package org.eyrie.engine.ask;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.engine.fit.PartialScores;
import org.eyrie.engine.graph.GraphView;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Evaluation;
import org.eyrie.model.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * Which scores are of a part of their benchmark's items.
 *
 * @param wholeScores all scores, those corrected for the items they are of
 * @param runs by model and benchmark, how much was run
 */
record PartialRuns(List<Evaluation> wholeScores, Map<List<Object>, Run> runs) {

    /** So many items of so many. */
    record Run(int items, int of) {}

    /** Reads outcomes only where some score is of a part of its benchmark. */
    static PartialRuns of(@Nullable ItemKnowledge items, List<Evaluation> measured, GraphView graph) {
        if (items == null) {
            return new PartialRuns(measured, Map.of());
        }
        PartialScores partial = items.partialScores();
        List<ModelId> concerned = partial.concerned(measured);
        if (concerned.isEmpty()) {
            return new PartialRuns(measured, Map.of());
        }
        List<Evaluation> whole = partial.corrected(measured, graph.outcomes(concerned));
        Map<List<Object>, Run> runs = new HashMap<>();
        for (int k = 0; k < measured.size(); k++) {
            Evaluation each = measured.get(k);
            Integer run = each.items();
            if (run != null && !each.equals(whole.get(k))) {
                runs.put(List.of(each.model(), each.benchmark()), new Run(run, partial.items(each.benchmark())));
            }
        }
        return new PartialRuns(whole, runs);
    }

    /** Null where the score is of the whole benchmark, or there is none. */
    @Nullable
    Run of(ModelId model, BenchmarkId benchmark) {
        return runs.get(List.of(model, benchmark));
    }
}

package org.eyrie.engine.fit;

import java.util.BitSet;
import java.util.List;
import org.eyrie.engine.evidence.FamilySpread;
import org.eyrie.engine.evidence.MeasuredLineage;
import org.eyrie.engine.evidence.PlainAverages;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Model;

/**
 * What belongs to a fit and does not depend on what it learns, so that it can be worked out while it learns.
 *
 * @param fingerprint of the data
 * @param answerable cells, model after model, that there is evidence for
 * @param comparable those of them that were measured and have evidence besides their own measurement
 */
record DataSummary(
        String fingerprint, PlainAverages baselines, FamilySpread spread, BitSet answerable, BitSet comparable) {

    static DataSummary of(FitData data, Numbering numbering) {
        List<Model> models = numbering.models();
        List<BenchmarkId> benchmarks = numbering.benchmarks();
        MeasuredLineage measured = new MeasuredLineage(data.graph(), data.evaluations());
        FamilySpread spread = measured.spread();
        BitSet answerable = new BitSet();
        BitSet comparable = new BitSet();
        for (int cell = 0; cell < models.size() * benchmarks.size(); cell++) {
            Model model = models.get(cell / benchmarks.size());
            BenchmarkId benchmark = benchmarks.get(cell % benchmarks.size());
            answerable.set(
                    cell, !measured.evidence(model, benchmark, false, spread).none());
            comparable.set(
                    cell,
                    measured.score(model.id(), benchmark) != null
                            && !measured.evidence(model, benchmark, true, spread)
                                    .none());
        }
        return new DataSummary(
                Fingerprint.of(data.graph(), data.measured(), data.items().identity()),
                PlainAverages.of(data.graph().models(), data.evaluations()),
                spread,
                answerable,
                comparable);
    }
}

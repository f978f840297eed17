package org.eyrie.engine.fit;

import java.util.BitSet;
import java.util.List;
import org.eyrie.engine.evidence.Baselines;
import org.eyrie.engine.evidence.Breadth;
import org.eyrie.engine.evidence.Surroundings;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Model;

/**
 * What belongs to a fit and does not depend on what it learns, so that it can be worked out while it learns.
 *
 * @param fingerprint of the data
 * @param answerable cells, model after model, that there is evidence for
 */
record Circumstances(String fingerprint, Baselines baselines, Breadth breadth, BitSet answerable) {

    static Circumstances of(Material material, Numbering numbering) {
        List<Model> models = numbering.models();
        List<BenchmarkId> benchmarks = numbering.benchmarks();
        Surroundings surroundings = new Surroundings(material.graph(), material.evaluations());
        Breadth breadth = surroundings.breadth();
        BitSet answerable = new BitSet();
        for (int cell = 0; cell < models.size() * benchmarks.size(); cell++) {
            Model model = models.get(cell / benchmarks.size());
            BenchmarkId benchmark = benchmarks.get(cell % benchmarks.size());
            answerable.set(
                    cell,
                    !surroundings.evidence(model, benchmark, false, breadth).none());
        }
        return new Circumstances(
                Fingerprint.of(
                        material.graph(), material.measured(), material.known().evaluations()),
                Baselines.of(material.graph().models(), material.evaluations()),
                breadth,
                answerable);
    }
}

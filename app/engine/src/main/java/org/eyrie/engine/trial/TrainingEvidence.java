package org.eyrie.engine.trial;

import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.engine.evidence.FamilySpread;
import org.eyrie.engine.evidence.MeasuredLineage;
import org.eyrie.engine.fit.Numbering;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.trial.protocol.Answerable;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.Relation;

/**
 * Asks for the cells that a prediction would be given for, by the same rule and from what a fit of the training side would
 * know: hidden scores are no evidence, and neither is lineage that a protocol took away.
 */
record TrainingEvidence(Numbering numbering) implements Answerable {

    @Override
    public Cells knowing(Problem training) {
        Neighbourhood graph = new Neighbourhood(numbering.models(), derivations(training.lineage()), false);
        MeasuredLineage measured = new MeasuredLineage(graph, evaluations(training.observations()));
        FamilySpread spread = measured.spread();
        int benchmarks = numbering.benchmarks().size();
        return (model, column) -> column < benchmarks
                && !measured.evidence(
                                numbering.models().get(model),
                                numbering.benchmarks().get(column),
                                false,
                                spread)
                        .none();
    }

    /** What relates them does not matter to evidence. */
    private List<Derivation> derivations(LineageGraph lineage) {
        return IntStream.range(0, lineage.edges())
                .mapToObj(e ->
                        new Derivation(id(lineage.child()[e]), id(lineage.parent()[e]), Relation.UNKNOWN, null, null))
                .toList();
    }

    private List<Evaluation> evaluations(Observations cells) {
        return IntStream.range(0, cells.cells())
                .mapToObj(c -> new Evaluation(
                        id(cells.model()[c]),
                        numbering.benchmark(cells.column()[c]),
                        cells.score()[c],
                        null,
                        null,
                        null,
                        null,
                        null))
                .toList();
    }

    private ModelId id(int row) {
        return numbering.models().get(row).id();
    }
}

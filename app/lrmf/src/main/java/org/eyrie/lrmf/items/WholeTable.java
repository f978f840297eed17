package org.eyrie.lrmf.items;

import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.lrmf.StopReason;
import org.eyrie.lrmf.outcomes.ColumnTies;
import org.eyrie.lrmf.outcomes.ModelKnowledge;
import org.eyrie.lrmf.outcomes.OutcomeFit;
import org.eyrie.lrmf.outcomes.OutcomeModel;
import org.eyrie.lrmf.outcomes.OutcomeProblem;
import org.eyrie.lrmf.outcomes.OutcomeSettings;
import org.eyrie.lrmf.outcomes.OutcomeShared;
import org.eyrie.lrmf.outcomes.OutcomeTable;
import org.eyrie.lrmf.outcomes.RunContext;
import org.eyrie.lrmf.problem.LineageGraph;

/** All outcomes in one table of this process. */
record WholeTable(LineageGraph lineage, OutcomeTable outcomes, ColumnTies ties) implements ItemEngine {

    @Override
    public boolean[] seen() {
        boolean[] seen = new boolean[outcomes.rows()];
        for (int u = 0; u < seen.length; u++) {
            seen[u] = outcomes.cells(u) > 0;
        }
        return seen;
    }

    @Override
    public OutcomeTable rows(int[] models) {
        return outcomes.ofRows(models);
    }

    @Override
    public Learned fit(ModelKnowledge known, OutcomeSettings settings, RunContext context) {
        return new Found(OutcomeFit.fit(problem(outcomes, known), settings, context), known.attached());
    }

    @Override
    public Learned without(
            boolean[] hidden, Learned whole, ModelKnowledge known, OutcomeSettings settings, RunContext context) {
        OutcomeProblem rest = problem(outcomes.without(hidden), known);
        return new Found(OutcomeFit.continued(rest, settings, whole.shared(), context), known.attached());
    }

    private OutcomeProblem problem(OutcomeTable table, ModelKnowledge known) {
        return new OutcomeProblem(lineage, table, ties, known.covariates());
    }

    @SuppressWarnings("ArrayRecordComponent") // read at once
    private record Found(OutcomeModel model, double[] abilities) implements Learned {

        @Override
        public OutcomeShared shared() {
            return model.shared();
        }

        @Override
        public StopReason stopReason() {
            return model.stopReason();
        }

        @Override
        public double likeness() {
            return model.likeness();
        }

        @Override
        public double[] surprisingSkills() {
            ResidualReading reading = new ResidualReading(shared(), abilities);
            OutcomeTable table = model.problem().outcomes();
            int d = shared().settings().rank();
            double[] skills = new double[table.rows() * d];
            for (int u = 0; u < table.rows(); u++) {
                if (table.cells(u) > 0) {
                    System.arraycopy(reading.skills(model.posterior(u), u), 0, skills, u * d, d);
                }
            }
            return skills;
        }

        @Override
        public List<ItemResidual> residuals(int[] models) {
            ResidualReading reading = new ResidualReading(shared(), abilities);
            OutcomeTable table = model.problem().outcomes();
            return IntStream.of(models)
                    .mapToObj(u -> reading.of(model.posterior(u), table, u))
                    .toList();
        }

        @Override
        public void close() {
            // the collector of garbage does it
        }
    }
}

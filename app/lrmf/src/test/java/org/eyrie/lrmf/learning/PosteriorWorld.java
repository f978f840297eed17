package org.eyrie.lrmf.learning;

import java.io.IOException;
import java.nio.file.Files;
import org.eyrie.lrmf.field.FieldStructure;
import org.eyrie.lrmf.observation.ObservedCells;
import org.eyrie.lrmf.observation.ScoreScale;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.prior.FieldPlan;
import org.eyrie.lrmf.prior.LineageField;
import org.eyrie.lrmf.prior.Timeline;
import org.eyrie.lrmf.problem.ColumnKin;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.ModelTraits;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.simulate.HubLike;
import org.eyrie.lrmf.simulate.HubShape;
import org.eyrie.lrmf.simulate.Simulation;
import org.eyrie.lrmf.simulate.SimulationSettings;
import org.eyrie.lrmf.statistics.CellMoments;
import org.eyrie.lrmf.statistics.Expectation;
import org.eyrie.lrmf.statistics.MStep;
import org.eyrie.lrmf.statistics.OneField;
import org.eyrie.lrmf.statistics.ParameterPrior;
import org.eyrie.lrmf.statistics.SharedParameters;
import org.eyrie.task.Progress;

/**
 * A field with scores and the parameters that a fit of it begins with, for whoever works out its posterior.
 *
 * @param structure the whole field, analysed as a fit does
 * @param parameters first ones
 * @param prior what is believed of them
 */
public record PosteriorWorld(
        FieldStructure structure, ObservedCells cells, SharedParameters parameters, ParameterPrior prior) {

    /** Of a lineage as skew as a public hub, with scores on every column, as many numbers a model as columns. */
    public static PosteriorWorld drawn(String shape, int models, int columns, long seed) {
        HubLike drawn = HubLike.draw(models, HubShape.of(shape), seed);
        return of(drawn.lineage(), drawn.traits(), columns, seed);
    }

    /** Whether the shared data folder is there. */
    public static boolean hasReal() {
        return Files.exists(RealLineage.file());
    }

    /** Of the real lineage of the shared data folder, the types of a tenth of whose models are known. */
    public static PosteriorWorld real(int columns) throws IOException {
        RealLineage real = RealLineage.read(RealLineage.file(), 0.1, 1);
        return of(real.lineage(), real.traits(), columns, 1);
    }

    private static PosteriorWorld of(LineageGraph lineage, ModelTraits traits, int columns, long seed) {
        Simulation simulation = new Simulation(lineage, SimulationSettings.benchmarks(columns, seed));
        Problem problem = new Problem(lineage, traits, simulation.seen());
        LineageField field = FieldPlan.whole(lineage, traits, Timeline.of(traits, problem.observations()));
        ObservedCells cells = ObservedCells.of(
                problem.observations(), lineage.models(), new ScoreScale(LrmfSettings.DEFAULT.margin()));
        ColumnPlan plan = ColumnPlan.of(CellMoments.counts(cells, columns), LrmfSettings.DEFAULT.maxRank());
        ColumnStart start = ColumnStart.of(CellMoments.of(cells, columns, plan.pilots()), plan, ColumnKin.NONE);
        FirstParameters first = FirstParameters.of(field.dictionary(), start);
        FieldStructure structure = FieldStructure.whole(
                field.terms(), field.nodes(), field.nodes(), start.columns().d());
        return new PosteriorWorld(structure, cells, first.parameters(), first.prior());
    }

    /** Who works out the posterior in one piece. */
    public OneField one() {
        return new OneField(structure, cells, prior.effects(), Progress.NONE);
    }

    /** The parameters that learning goes to next. */
    public <S extends Expectation.Posterior> SharedParameters next(Expectation<S> expectation, S posterior) {
        return new MStep(prior).next(expectation.statistics(posterior), posterior.parameters());
    }
}

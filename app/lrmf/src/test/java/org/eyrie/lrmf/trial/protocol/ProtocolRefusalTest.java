package org.eyrie.lrmf.trial.protocol;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.ModelTraits;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.simulate.RandomFamilies;
import org.junit.jupiter.api.Test;

class ProtocolRefusalTest {

    private final Problem problem = Worlds.benchmarks(300, 1);

    @Test
    void lateNeedsDates() {
        ModelTraits traits = problem.traits();
        double[] unknown = new double[traits.models()];
        Arrays.fill(unknown, Double.NaN);
        Problem undated = new Problem(
                problem.lineage(),
                new ModelTraits(
                        traits.architecture(),
                        traits.type(),
                        traits.author(),
                        traits.precision(),
                        traits.chatTemplate(),
                        traits.moe(),
                        traits.parametersBillions(),
                        unknown),
                problem.observations());
        refuses(new LateProtocol(LocalDate.of(2024, 12, 1)), undated, "no model with scores has a date");
    }

    @Test
    void lateNeedsAPastAndAFuture() {
        refuses(new LateProtocol(LocalDate.of(1999, 1, 1)), problem, "published before 1999-01-01, and there are 0");
        refuses(new LateProtocol(LocalDate.of(2999, 1, 1)), problem, "from 2999-01-01 on, and there are 0");
    }

    @Test
    void mergesNeedMerges() {
        RandomFamilies withoutMerges = RandomFamilies.draw(300, 0.2, 0, 1);
        Problem plain = new Problem(withoutMerges.lineage(), problem.traits(), problem.observations());
        refuses(RelationProtocol.merges(RandomFamilies.MERGE, Holdout.FIVE_FOLD), plain, "at least 10 merges");
    }

    @Test
    void coldStartNeedsModelsWithParents() {
        LineageGraph none = new LineageGraph(300, 2, new int[0], new int[0], new int[0], new double[0]);
        Problem strangers = new Problem(none, problem.traits(), problem.observations());
        refuses(new ColdStartProtocol(Holdout.FIVE_FOLD), strangers, "known parents, and there are 0");
        refuses(new CorruptedProtocol(0.1, Holdout.FIVE_FOLD), strangers, "known parents, and there are 0");
        refuses(new FewShotProtocol(1, Holdout.FIVE_FOLD), strangers, "known parents and more than 1 score");
    }

    @Test
    void fewShotNeedsMoreColumnsThanItReveals() {
        refuses(new FewShotProtocol(Worlds.COLUMNS, Holdout.FIVE_FOLD), problem, "more than 6 scores");
    }

    @Test
    void everyProtocolNeedsTenModels() {
        Problem small = Worlds.benchmarks(9, 1);
        refuses(new CellsProtocol(0.5), small, "at least 10");
        refuses(new ColdStartProtocol(Holdout.FIVE_FOLD), small, "at least 10");
    }

    @Test
    void thereMustBeModelsToLearnFrom() {
        refuses(new CellsProtocol(0.999), problem, "to learn from");
    }

    @Test
    void aShareTooSmallIsRefused() {
        refuses(new CellsProtocol(1e-9), problem, "too small");
        refuses(new ColdStartProtocol(new Holdout.Share(1e-9)), problem, "too small");
        refuses(new CorruptedProtocol(1e-9, Holdout.FIVE_FOLD), problem, "not even one");
    }

    @Test
    void aProblemWithoutScoresIsRefused() {
        Observations none = new Observations(6, new int[0], new int[0], new double[0], new double[0]);
        Problem blank = new Problem(problem.lineage(), problem.traits(), none);
        refuses(new CellsProtocol(0.5), blank, "there are 0");
        refuses(new FewShotProtocol(1, Holdout.FIVE_FOLD), blank, "there are 0");
    }

    private static void refuses(Protocol protocol, Problem problem, String reason) {
        assertThatThrownBy(() -> protocol.splits(problem, 1))
                .isInstanceOf(ProtocolRefusedException.class)
                .hasMessageStartingWith("Cannot run " + protocol.name())
                .hasMessageContaining(reason);
    }
}

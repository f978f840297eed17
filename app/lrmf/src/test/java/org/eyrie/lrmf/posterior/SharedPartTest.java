package org.eyrie.lrmf.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.eyrie.lrmf.learning.FitResult;
import org.eyrie.lrmf.learning.LrmfFit;
import org.eyrie.lrmf.math.Frame;
import org.eyrie.lrmf.math.UnreadableBytesException;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.simulate.SimulatedLineage;
import org.eyrie.lrmf.simulate.Subgraph;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SharedPartTest {

    private static Problem problem;
    private static FitResult fit;

    @BeforeAll
    static void fitOnce() {
        problem = new SimulatedLineage(21, 150, 3, 0.6).problem;
        fit = LrmfFit.fit(problem, LrmfSettings.DEFAULT, Progress.NONE);
    }

    @Test
    void theFamilyLocalFitEqualsTheGlobalFitRestrictedToIt() {
        int families = 0;
        for (List<Integer> members : Subgraph.components(problem)) {
            FamilyPosterior family = fit.shared().solve(Subgraph.of(problem, members));
            for (int k = 0; k < members.size(); k++) {
                for (LeaveOut leaveOut : LeaveOut.values()) {
                    for (int i = 0; i < 3; i++) {
                        CellPrediction global = fit.models().predict(members.get(k), i, leaveOut, 0.9);
                        CellPrediction local = family.predict(k, i, leaveOut, 0.9);
                        assertThat(local.logitMean()).isCloseTo(global.logitMean(), within(1e-9));
                        assertThat(local.logitVariance()).isCloseTo(global.logitVariance(), within(1e-9));
                        assertThat(local.mean()).isCloseTo(global.mean(), within(1e-9));
                        assertThat(local.lower()).isCloseTo(global.lower(), within(1e-9));
                        assertThat(local.upper()).isCloseTo(global.upper(), within(1e-9));
                        assertThat(local.evidence()).isEqualTo(global.evidence());
                    }
                }
            }
            families++;
        }
        assertThat(families).isGreaterThan(1);
    }

    @Test
    void allFamiliesAtOnceAreAsGoodAsOneByOne() {
        FamilyPosterior all = fit.shared().solve(problem);

        for (int u = 0; u < 150; u++) {
            CellPrediction one = fit.models().predict(u, 1, LeaveOut.CELL, 0.8);
            CellPrediction two = all.predict(u, 1, LeaveOut.CELL, 0.8);
            assertThat(two.logitMean()).isCloseTo(one.logitMean(), within(1e-9));
            assertThat(two.logitVariance()).isCloseTo(one.logitVariance(), within(1e-9));
        }
    }

    @Test
    void whatIsReadPredictsLikeWhatWasWrittenToTheLastBit() {
        SharedPart read = SharedPart.fromBytes(fit.shared().toBytes());
        Problem family = Subgraph.of(problem, Subgraph.components(problem).get(0));

        FamilyPosterior before = fit.shared().solve(family);
        FamilyPosterior after = read.solve(family);

        assertThat(read.toBytes()).isEqualTo(fit.shared().toBytes());
        for (int u = 0; u < before.models(); u++) {
            assertThat(after.predict(u, 0, LeaveOut.MODEL, 0.9)).isEqualTo(before.predict(u, 0, LeaveOut.MODEL, 0.9));
        }
    }

    @Test
    void foreignBytesAreRefused() {
        assertThatThrownBy(() -> SharedPart.fromBytes(
                        "no fit, but a good many bytes".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a fit");
        assertThatThrownBy(() -> SharedPart.fromBytes(new byte[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 bytes");
    }

    @Test
    void truncatedBytesAreRefused() {
        byte[] whole = fit.shared().toBytes();
        for (int length : new int[] {20, whole.length / 2, whole.length - 1}) {
            assertThatThrownBy(() -> SharedPart.fromBytes(Arrays.copyOf(whole, length)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("cut off");
        }
    }

    @Test
    void damagedBytesAreRefused() {
        byte[] damaged = fit.shared().toBytes();
        damaged[damaged.length / 2] ^= 1;

        assertThatThrownBy(() -> SharedPart.fromBytes(damaged))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void anotherVersionIsRefusedByName() {
        byte[] later = new Frame(0x4C524D46, 99, "a fit").write(out -> {});

        assertThatThrownBy(() -> SharedPart.fromBytes(later))
                .isInstanceOf(UnreadableBytesException.class)
                .hasMessageContaining("version 99");
    }

    @Test
    void aFamilyOfOtherColumnsIsRefused() {
        Problem other = new SimulatedLineage(1, 10, 2, 1).problem;

        assertThatThrownBy(() -> fit.shared().solve(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 columns");
    }

    @Test
    void aPlannedModelChangesNobodyElse() {
        List<Integer> members = Subgraph.components(problem).get(0);
        Problem family = Subgraph.of(problem, members);
        Problem planned = Subgraph.withChild(family, new int[] {0, 1}, 1);

        FamilyPosterior before = fit.shared().solve(family);
        FamilyPosterior after = fit.shared().solve(planned);

        int child = family.lineage().models();
        for (int u = 0; u < child; u++) {
            assertThat(after.predict(u, 2, LeaveOut.NOTHING, 0.9).logitMean())
                    .isCloseTo(before.predict(u, 2, LeaveOut.NOTHING, 0.9).logitMean(), within(1e-9));
        }
        assertThat(after.chanceToBeatParents(child, 2)).isBetween(0.0, 1.0);
    }

    @Test
    void aPlannedFineTuneIsLessCertainThanTheMeasuredModelItIsMadeFrom() {
        Problem family = Subgraph.of(problem, Subgraph.components(problem).get(0));
        int parent = family.observations().model()[0];
        Problem planned = Subgraph.withChild(family, new int[] {parent}, 0);

        FamilyPosterior after = fit.shared().solve(planned);

        int child = family.lineage().models();
        assertThat(after.predict(child, 2, LeaveOut.NOTHING, 0.9).logitVariance())
                .isGreaterThan(after.predict(parent, 2, LeaveOut.NOTHING, 0.9).logitVariance());
    }

    @Test
    void aFamilyOfUnseenTraitsIsSolvedFromItsOwnClades() {
        Problem family = Subgraph.of(problem, Subgraph.components(problem).get(0));
        Problem strange = Subgraph.withArchitecture(family, 77);

        CellPrediction prediction = fit.shared().solve(strange).predict(0, 0, LeaveOut.MODEL, 0.9);

        assertThat(prediction.mean()).isBetween(0.0, 1.0);
        assertThat(prediction.logitVariance()).isPositive().isFinite();
    }

    @Test
    void whatWasMeasuredAfterTheFitCanStillBeLeftOut() {
        Problem family = Subgraph.of(problem, Subgraph.components(problem).get(0));
        Problem strange = Subgraph.withArchitecture(Subgraph.measuredEverywhere(family), 77);
        FamilyPosterior posterior = fit.shared().solve(strange);

        for (int u = 0; u < posterior.models(); u++) {
            CellPrediction prediction = posterior.predict(u, 1, LeaveOut.MODEL, 0.9);
            assertThat(prediction.mean()).isBetween(prediction.lower(), prediction.upper());
            assertThat(prediction.logitVariance()).isPositive();
        }
    }

    @Test
    void sharedNodesComeFromMoreThanOneFamily() {
        assertThat(fit.shared().sharedNodes()).isPositive();
        assertThat(new TreeSet<>(List.of(fit.shared().rank(), fit.shared().columns())))
                .containsExactly(3);
    }
}

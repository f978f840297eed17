package org.eyrie.lrmf.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.eyrie.lrmf.learning.LrmfFit;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.lrmf.problem.LineageGraph;
import org.eyrie.lrmf.problem.ModelTraits;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;

/** 0 is the parent of 1 (by relation 0) and 2 (by relation 1), 1 of 3, and 2 and 4 of the merge 5; 6 stands alone. */
class KinshipsTest {

    private static final Kinships KINSHIPS = kinships();

    private static Kinships kinships() {
        int[] child = {1, 2, 3, 5, 5};
        int[] parent = {0, 0, 1, 2, 4};
        int[] relation = {0, 1, 0, 0, 0};
        double[] weight = new double[5];
        Arrays.fill(weight, Double.NaN);
        int[] unknown = new int[7];
        Arrays.fill(unknown, -1);
        int[] architecture = {0, 0, 0, 0, -1, 1, 0};
        double[] size = {7, 7, 7, 13, 7, 7, 7};
        double[] never = new double[7];
        Arrays.fill(never, Double.NaN);
        ModelTraits traits = new ModelTraits(architecture, unknown, unknown, unknown, unknown, unknown, size, never);
        Observations scores = new Observations(
                1, new int[] {0, 1, 2}, new int[3], new double[] {.2, .4, .5}, new double[] {100, 100, 100});
        Problem problem = new Problem(new LineageGraph(7, 2, child, parent, relation, weight), traits, scores);
        return new Kinships(
                LrmfFit.fit(problem, LrmfSettings.DEFAULT, Progress.NONE).models());
    }

    @Test
    void parentAndChildGoByTheChildsRelation() {
        assertThat(KINSHIPS.between(0, 1)).isEqualTo(Kinships.FIRST);
        assertThat(KINSHIPS.between(2, 0)).isEqualTo(Kinships.FIRST + 1);
        assertThat(KINSHIPS.first(0)).containsOnlyKeys(1, 2);
    }

    @Test
    void siblingsGrandparentsAndOtherParentsAreTwoDerivationsApart() {
        assertThat(KINSHIPS.between(1, 2)).isEqualTo(Kinships.SECOND);
        assertThat(KINSHIPS.between(0, 3)).isEqualTo(Kinships.SECOND);
        assertThat(KINSHIPS.between(4, 2)).isEqualTo(Kinships.SECOND);
        assertThat(KINSHIPS.second(0)).containsExactlyInAnyOrder(3, 5);
        assertThat(KINSHIPS.second(6)).isEmpty();
    }

    @Test
    void whoeverIsFartherMayStillBeOfOneKind() {
        assertThat(KINSHIPS.between(6, 0)).as("one architecture and size").isEqualTo(Kinships.ALIKE);
        assertThat(KINSHIPS.between(6, 3)).as("another size").isEqualTo(Kinships.NONE);
        assertThat(KINSHIPS.between(6, 5)).as("another architecture").isEqualTo(Kinships.NONE);
        assertThat(KINSHIPS.between(1, 6)).isEqualTo(KINSHIPS.between(6, 1));
    }
}

package org.eyrie.lrmf.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProblemTest {

    private final Problem family = new Problem(
            new LineageGraph(
                    4, 2, new int[] {1, 2, 3, 3}, new int[] {0, 1, 2, 0}, new int[] {0, 1, 0, 1}, new double[] {
                        1, 0.5, 0.25, 0.75
                    }),
            traits(new double[] {1, 2, 3, 4}),
            new Observations(
                    2, new int[] {3, 0, 1, 2}, new int[] {1, 0, 1, 0}, new double[] {0.1, 0.2, 0.3, 0.4}, new double[] {
                        10, 20, 30, 40
                    }));

    private static ModelTraits traits(double[] billions) {
        int[] unknown = new int[billions.length];
        Arrays.fill(unknown, -1);
        return new ModelTraits(unknown, unknown, unknown, unknown, unknown, unknown, billions, billions);
    }

    @Test
    void someModelsAreRenumberedWithWhatIsBetweenThemAndTheirScores() {
        Problem part = family.only(new int[] {3, 0, 1});

        assertThat(part.lineage().models()).isEqualTo(3);
        assertThat(part.lineage().child()).containsExactly(2, 0);
        assertThat(part.lineage().parent()).containsExactly(1, 1);
        assertThat(part.lineage().relation()).containsExactly(0, 1);
        assertThat(part.lineage().weight()).containsExactly(1, 0.75);
        assertThat(part.traits().parametersBillions()).containsExactly(4, 1, 2);
        assertThat(part.observations().model()).containsExactly(0, 1, 2);
        assertThat(part.observations().column()).containsExactly(1, 0, 1);
        assertThat(part.observations().score()).containsExactly(0.1, 0.2, 0.3);
        assertThat(part.observations().trials()).containsExactly(10, 20, 30);
    }

    @Test
    void allModelsInTheirOrderAreTheSameProblem() {
        Problem same = family.only(new int[] {0, 1, 2, 3});

        assertThat(same.lineage()).usingRecursiveComparison().isEqualTo(family.lineage());
        assertThat(same.traits()).usingRecursiveComparison().isEqualTo(family.traits());
        assertThat(same.observations()).usingRecursiveComparison().isEqualTo(family.observations());
    }

    @Test
    void nobodyIsAProblemToo() {
        assertThat(family.only(new int[0]).observations().cells()).isZero();
    }

    @Test
    void withoutSomeScoresAllElseStays() {
        Problem rest = family.without(c -> c % 2 == 0);

        assertThat(rest.lineage()).isSameAs(family.lineage());
        assertThat(rest.observations().model()).containsExactly(0, 2);
        assertThat(rest.observations().score()).containsExactly(0.2, 0.4);
    }
}

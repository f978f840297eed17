package org.eyrie.program.mergekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.eyrie.model.InvalidInputException;
import org.eyrie.program.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergekitExportTest {

    private static String yaml(String program, int parents) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= parents; i++) {
            names.add("p" + i);
        }
        return MergekitExport.yaml(Program.parse(program), "seed", names, "float32");
    }

    @Test
    void weightsOverDepthAndKindAreListsAndFilters() {
        assertThat(yaml("base + kind(mlp=1, norm=.5) * (.3 * tau(1) + curve(0, .5, 1) * tau(3))", 3))
                .isEqualTo("""
                merge_method: task_arithmetic
                base_model: "seed"
                models:
                  - model: "p1"
                    parameters:
                      weight:
                        - filter: norm
                          value: 0.15
                        - filter: ln_
                          value: 0.15
                        - filter: lm_head
                          value: 0
                        - filter: embed_out
                          value: 0
                        - filter: mlp
                          value: 0.3
                        - filter: feed_forward
                          value: 0.3
                        - filter: experts
                          value: 0.3
                        - value: 0
                  - model: "p3"
                    parameters:
                      weight:
                        - filter: norm
                          value: [0, 0.25, 0.5]
                        - filter: ln_
                          value: [0, 0.25, 0.5]
                        - filter: lm_head
                          value: 0
                        - filter: embed_out
                          value: 0
                        - filter: mlp
                          value: [0, 0.5, 1]
                        - filter: feed_forward
                          value: [0, 0.5, 1]
                        - filter: experts
                          value: [0, 0.5, 1]
                        - value: 0
                parameters:
                  normalize: false
                dtype: float32
                """);
    }

    @Test
    void theScaleOfAnElectionIsLambda() {
        assertThat(yaml("base + ramp(.5, 1.5) * mean_of_nonzero(agree(keep(only(1, 3), .4)))", 3))
                .isEqualTo("""
                merge_method: ties
                base_model: "seed"
                models:
                  - model: "p1"
                    parameters:
                      weight: 1
                      density: 0.4
                  - model: "p3"
                    parameters:
                      weight: 1
                      density: 0.4
                parameters:
                  normalize: true
                  rescale: false
                  lambda: [0.5, 1.5]
                dtype: float32
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            base + sum(taus)                                                      | task_arithmetic
            base + mean(taus)                                                     | task_arithmetic
            base + .3 * (tau(1) - tau(2))                                         | task_arithmetic
            base + sum(each(.5, 1, 2) * drop(taus, .3, restore=l1))               | dare_linear
            base + sum(each(.5, 1, 2) * agree(drop(taus, .3), weights=each(.5, 1, 2))) | dare_ties
            base + drop(tau(1), .3) + .5 * drop(tau(2), .1)                       | dare_linear
            base + .6 * sum(drop_small(taus, .7, .1, restore=l1))                 | della_linear
            base + mean_of_nonzero(agree(drop_small(taus, .7, .1)))               | della
            base + .6 * sum(middle(taus, .7, .01))                                | breadcrumbs
            base + sum(agree(middle(taus, .7, .01)))                              | breadcrumbs_ties
            base + mean_of_nonzero(agree(taus, weights=each(1, 2, 3)), weights=each(1, 2, 3)) | ties
            base + stock(taus) * mean(taus)                                       | model_stock
            base + (slerp(parent(1), parent(2), .3) - base)                       | slerp
            base + (slerp(base, parent(2), kind(mlp=.3)) - base)                  | slerp
            base + (karcher(parents) - base)                                      | karcher
            base + mean_of_nonzero(agree(differing(taus, .1)), weights=normalise(energies(differing(taus, .1)))) | sce
            """)
    void methodsAreKnownHoweverTheyAreWritten(String program, String method) {
        assertThat(yaml(program, 3)).startsWith("merge_method: " + method + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            base + median(taus)                                  | median
            base + sum(keep(taus, .4))                           | largest only where parents elect
            base + sum(drop(taus, .5, restore=inverse))          | not inverse
            base + mean_of_nonzero(agree(taus, by=count))        | not by count
            base + mean_of_nonzero(taus)                         | only after an election
            base + softmax(norms(taus), 1) * taus                | softmax
            base + mean_of_nonzero(agree(taus, weights=each(1, 2, 3)))  | same weights
            base + depth * depth * tau(1)                        | two curves
            base + layer * tau(1)                                | layer
            base + .5 * tau(1) + .5 * row_mean(tau(2))           | row_mean
            base + .3 * (slerp(parent(1), parent(2), .5) - base) | slerp
            base + drop(tau(1), .3) + middle(tau(2), .7, .01)    | different ways
            base + drop(tau(1), .3) + tau(1)                     | twice
            base + stock(only(1, 2)) * mean(only(1, 2))          | model_stock
            """)
    void whatNoMethodDoesIsToldWithTheReason(String program, String reason) {
        String text = program.startsWith("base + softmax") ? "base + sum(softmax(norms(taus), 1) * taus)" : program;
        assertThatThrownBy(() -> yaml(text, 3))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("No method of mergekit does this")
                .hasMessageContaining(reason);
    }

    @Test
    void aProgramForOtherNumbersOfParentsIsRefused() {
        assertThatThrownBy(() -> yaml("base + tau(4)", 3))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("parent 4");
    }
}

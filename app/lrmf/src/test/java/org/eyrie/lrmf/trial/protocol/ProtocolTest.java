package org.eyrie.lrmf.trial.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eyrie.lrmf.problem.Observations;
import org.eyrie.lrmf.problem.Problem;
import org.eyrie.lrmf.simulate.RandomFamilies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolTest {

    private static final LocalDate LATE = LocalDate.ofEpochDay(19_700);
    private final Problem problem = Worlds.benchmarks(300, 1);

    static Stream<Protocol> protocols() {
        return Stream.of(
                new CellsProtocol(0.3),
                new ColdStartProtocol(Holdout.FIVE_FOLD),
                new ColdStartProtocol(new Holdout.Share(0.1)),
                new FewShotProtocol(2, Holdout.FIVE_FOLD),
                new LateProtocol(LATE),
                RelationProtocol.merges(RandomFamilies.MERGE, Holdout.FIVE_FOLD),
                RelationProtocol.fineTunes(RandomFamilies.FINETUNE, Holdout.FIVE_FOLD),
                WhatIfProtocol.merges(RandomFamilies.MERGE, Holdout.FIVE_FOLD),
                WhatIfProtocol.fineTunes(RandomFamilies.FINETUNE, Holdout.FIVE_FOLD),
                new CorruptedProtocol(0.1, Holdout.FIVE_FOLD));
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void noCellIsBothShownAndHeldOutAndNoneIsHeldOutTwice(Protocol protocol) {
        Set<String> heldOutBefore = new HashSet<>();
        for (Split split : protocol.splits(problem, 7)) {
            Set<String> heldOut = Worlds.cells(split.heldOut());
            assertThat(heldOut).isNotEmpty();
            assertThat(heldOutBefore).doesNotContainAnyElementsOf(heldOut);
            assertThat(Worlds.cells(split.training().observations())).doesNotContainAnyElementsOf(heldOut);
            assertThat(Worlds.cells(problem.observations())).containsAll(heldOut);
            heldOutBefore.addAll(heldOut);
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void equalSeedsGiveEqualSplitsAndOthersDoNot(Protocol protocol) {
        assertThat(heldOut(protocol, 3)).isEqualTo(heldOut(protocol, 3));
        if (!(protocol instanceof LateProtocol)) {
            assertThat(heldOut(protocol, 4)).isNotEqualTo(heldOut(protocol, 3));
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void traitsAndEdgesOfHeldOutModelsStayKnown(Protocol protocol) {
        for (Split split : protocol.splits(problem, 7)) {
            assertThat(split.training().traits()).isSameAs(problem.traits());
            assertThat(split.training().lineage().child())
                    .isEqualTo(problem.lineage().child());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.5, 0.7, 0.9})
    void cellsHidesThatShareOfAllCells(double share) {
        Split split = new CellsProtocol(share).splits(problem, 1).get(0);
        int all = problem.observations().cells();
        assertThat(split.heldOut().cells()).isEqualTo((int) Math.round(share * all));
        assertThat(split.training().observations().cells())
                .isEqualTo(all - split.heldOut().cells());
    }

    @Test
    void coldStartHidesEveryScoreOfEachModelWithParentsOnce() {
        List<Split> splits = new ColdStartProtocol(Holdout.FIVE_FOLD).splits(problem, 1);
        assertThat(splits).hasSize(5);
        Set<Integer> heldOut = new TreeSet<>();
        for (Split split : splits) {
            Set<Integer> models = Worlds.models(split.heldOut());
            assertThat(Worlds.models(split.training().observations())).doesNotContainAnyElementsOf(models);
            heldOut.addAll(models);
        }
        Set<Integer> expected = Worlds.models(problem.observations());
        expected.retainAll(Worlds.children(problem));
        assertThat(heldOut).isEqualTo(expected);
    }

    @Test
    void aShareInsteadOfFoldsHidesThatShareInOneRound() {
        List<Split> splits = new ColdStartProtocol(new Holdout.Share(0.1)).splits(problem, 1);
        Set<Integer> pool = Worlds.models(problem.observations());
        pool.retainAll(Worlds.children(problem));
        assertThat(splits).hasSize(1);
        assertThat(Worlds.models(splits.get(0).heldOut())).hasSize((int) Math.round(0.1 * pool.size()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void fewShotRevealsExactlyThatManyColumnsOfEachHeldOutModel(int revealed) {
        for (Split split : new FewShotProtocol(revealed, Holdout.FIVE_FOLD).splits(problem, 1)) {
            for (int model : Worlds.models(split.heldOut())) {
                assertThat(count(split.training().observations(), model)).isEqualTo(revealed);
                assertThat(count(split.heldOut(), model)).isEqualTo(Worlds.COLUMNS - revealed);
            }
        }
    }

    @Test
    void whatIsRevealedFirstStaysRevealed() {
        assertThat(heldOut(new FewShotProtocol(1, Holdout.FIVE_FOLD), 1))
                .containsAll(heldOut(new FewShotProtocol(2, Holdout.FIVE_FOLD), 1));
    }

    @Test
    void lateLearnsFromThePastAndAsksForTheFuture() {
        Split split = new LateProtocol(LATE).splits(problem, 1).get(0);
        double[] day = problem.traits().uploadedDay();
        assertThat(Worlds.models(split.heldOut())).allMatch(model -> day[model] >= LATE.toEpochDay());
        assertThat(Worlds.models(split.training().observations())).allMatch(model -> day[model] < LATE.toEpochDay());
        assertThat(split.heldOut().cells() + split.training().observations().cells())
                .isEqualTo(problem.observations().cells());
    }

    @Test
    void aBlockOfTimeIsAskedForAndWhatIsNewerIsNotEvenLearnedFrom() {
        LocalDate until = LATE.plusDays(60);
        LateProtocol block = new LateProtocol(LATE, until);
        Split split = block.splits(problem, 1).get(0);
        double[] day = problem.traits().uploadedDay();
        assertThat(Worlds.models(split.heldOut()))
                .isNotEmpty()
                .allMatch(model -> day[model] >= LATE.toEpochDay() && day[model] < until.toEpochDay());
        assertThat(Worlds.models(split.training().observations())).allMatch(model -> day[model] < LATE.toEpochDay());
        int open = new LateProtocol(LATE).splits(problem, 1).get(0).heldOut().cells();
        assertThat(split.heldOut().cells()).isLessThan(open);
        int rest = new LateProtocol(until).splits(problem, 1).get(0).heldOut().cells();
        assertThat(split.heldOut().cells() + rest).isEqualTo(open);
        assertThat(block.name()).isEqualTo("late " + LATE + " until " + until);
    }

    @Test
    void aBlockOfTimeMustHaveDays() {
        assertThatThrownBy(() -> new LateProtocol(LATE, LATE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void mergesAndFineTunesHideTheirOwnKindOnly() {
        Set<Integer> merges = new TreeSet<>();
        for (int e = 0; e < problem.lineage().edges(); e++) {
            if (problem.lineage().relation()[e] == RandomFamilies.MERGE) {
                merges.add(problem.lineage().child()[e]);
            }
        }
        merges.retainAll(Worlds.models(problem.observations()));
        assertThat(heldOutModels(RelationProtocol.merges(RandomFamilies.MERGE, Holdout.FIVE_FOLD)))
                .isEqualTo(merges);
        assertThat(heldOutModels(RelationProtocol.fineTunes(RandomFamilies.FINETUNE, Holdout.FIVE_FOLD)))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(merges);
    }

    @Test
    void corruptedHoldsOutWhatColdStartDoes() {
        assertThat(heldOut(new CorruptedProtocol(0.2, Holdout.FIVE_FOLD), 5))
                .isEqualTo(heldOut(new ColdStartProtocol(Holdout.FIVE_FOLD), 5));
    }

    @Test
    void aCellMeasuredTwiceIsHiddenWithBothMeasurements() {
        Observations once = problem.observations();
        Observations twice = new Observations(
                once.columns(),
                twice(once.model()),
                twice(once.column()),
                Stream.of(once.score(), once.score())
                        .flatMapToDouble(Arrays::stream)
                        .toArray(),
                Stream.of(once.trials(), once.trials())
                        .flatMapToDouble(Arrays::stream)
                        .toArray());
        Split split = new CellsProtocol(0.5)
                .splits(new Problem(problem.lineage(), problem.traits(), twice), 1)
                .get(0);
        assertThat(split.heldOut().cells()).isEqualTo(once.cells());
        assertThat(Worlds.cells(split.training().observations()))
                .doesNotContainAnyElementsOf(Worlds.cells(split.heldOut()));
    }

    @Test
    void sharesOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CellsProtocol(1))
                .withMessageContaining("1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Holdout.Share(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Holdout.Folds(1));
        assertThatIllegalArgumentException().isThrownBy(() -> new FewShotProtocol(0, Holdout.FIVE_FOLD));
        assertThatIllegalArgumentException().isThrownBy(() -> new CorruptedProtocol(0, Holdout.FIVE_FOLD));
    }

    private Set<String> heldOut(Protocol protocol, long seed) {
        List<Split> splits = protocol.splits(problem, seed);
        Set<String> cells = new TreeSet<>();
        for (int round = 0; round < splits.size(); round++) {
            // Cells alone would be equal for all seeds of a cross-validation; the round is part of the split. With
            // nested reveals the rounds are equal as well.
            String prefix = round + "/";
            cells.addAll(Worlds.cells(splits.get(round).heldOut()).stream()
                    .map(cell -> prefix + cell)
                    .collect(Collectors.toSet()));
        }
        return cells;
    }

    private Set<Integer> heldOutModels(Protocol protocol) {
        Set<Integer> models = new TreeSet<>();
        protocol.splits(problem, 1).forEach(split -> models.addAll(Worlds.models(split.heldOut())));
        return models;
    }

    private static long count(Observations observations, int model) {
        return Arrays.stream(observations.model()).filter(m -> m == model).count();
    }

    private static int[] twice(int[] values) {
        return IntStream.concat(Arrays.stream(values), Arrays.stream(values)).toArray();
    }
}

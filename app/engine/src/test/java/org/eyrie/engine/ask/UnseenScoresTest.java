package org.eyrie.engine.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.eyrie.engine.World;
import org.eyrie.model.ModelId;
import org.junit.jupiter.api.Test;

class UnseenScoresTest {

    @Test
    void onlyScoresThatAParentSpeaksToAreComparedAndNoneSeesItself() {
        World world = World.ofOneFamily().fitted();
        UnseenScores before = Asking.of(world.stores()).predictions().unseen();
        assertThat(before.models())
                .as("of the base and the unmeasured merge there is nothing to compare")
                .isEqualTo(2);
        assertThat(before.scores())
                .hasSize(4)
                .allSatisfy(score -> assertThat(score.predicted().mean()).isBetween(0.0, 1.0));
        UnseenScore first = before.scores().get(0);
        assertThat(first.measured()).isEqualTo(0.3);
        assertThat(first.parents()).isEqualTo(0.2);

        world.scored("acme/a-7b", 0.9, 0.9); // the fit stays
        UnseenScores after = Asking.of(world.stores()).predictions().unseen();
        assertThat(after.scores().get(0).measured()).isEqualTo(0.9);
        assertThat(after.scores().get(0).predicted().mean())
                .as("whatever it scored, but for what all models share, which the fit has learned before")
                .isCloseTo(first.predicted().mean(), within(1e-3));
        assertThat(after.errorOfParents()).isGreaterThan(before.errorOfParents());
    }

    @Test
    void errorsAreRootsOfMeanSquares() {
        Estimate half = new Estimate(0.5, 0.4, 0.6, 0.9);
        UnseenScores two = new UnseenScores(List.of(
                new UnseenScore(new ModelId("a/b"), World.QA, 0.8, half, 0.8),
                new UnseenScore(new ModelId("a/c"), World.QA, 0.1, half, 0.2)));
        assertThat(two.error()).isCloseTo(Math.sqrt(0.125), within(1e-12));
        assertThat(two.errorOfParents()).isCloseTo(Math.sqrt(0.005), within(1e-12));
        assertThat(new UnseenScores(List.of()).error()).isNaN();
    }
}

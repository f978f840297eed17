package org.eyrie.lrmf.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.eyrie.lrmf.field.FieldStructure;
import org.eyrie.lrmf.field.Strengths;
import org.eyrie.lrmf.learning.PosteriorWorld;
import org.eyrie.lrmf.linalg.Bound;
import org.eyrie.lrmf.observation.ScoreScale;
import org.eyrie.lrmf.parts.PartsHere;
import org.eyrie.lrmf.parts.SentParts;
import org.eyrie.lrmf.posterior.LrmfSettings;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A field in pieces of its elimination tree says what it says as a whole. */
class FieldInPiecesTest {

    private static PartByPart engine(PosteriorWorld world, FieldInPieces plan) {
        PartsHere<FieldPart> parts =
                new PartsHere<>(plan.plans().stream().map(PartPlan::analysed).toList());
        return new PartByPart(parts, plan.shared(), world.prior().effects(), Progress.NONE);
    }

    @ParameterizedTest
    @CsvSource({"hub, 1", "hub, 6", "llm, 6", "llm, 20", "star, 6"})
    void aPosteriorInPiecesIsThatOfTheWhole(String shape, int pieces) {
        assertSame(PosteriorWorld.drawn(shape, 1_500, 4, 3), pieces);
    }

    static void assertSame(PosteriorWorld world, int pieces) {
        FieldInPieces plan = FieldInPieces.of(world.structure(), world.cells(), pieces);
        PartByPart engine = engine(world, plan);
        OneField.Whole whole = world.one().at(world.parameters(), null).orElseThrow();
        PartByPart.Posteriors apart = engine.at(world.parameters(), null).orElseThrow();

        assertThat(apart.parameters().strengths().drift())
                .containsExactly(whole.parameters().strengths().drift(), within(1e-9));
        assertThat(plan.inOrder(engine.means(apart), world.structure().blockSize()))
                .containsExactly(whole.field().mean(), within(1e-9));
        assertThat(apart.logEvidence()).isCloseTo(whole.logEvidence(), within(1e-9 * Math.abs(whole.logEvidence())));
        assertSame(engine.statistics(apart), world.one().statistics(whole));
    }

    private static void assertSame(FamilyStatistics actual, FamilyStatistics expected) {
        int parts = expected.residuals().pulls() + 1;
        int d = 3;
        for (int k = 0; k < expected.residuals().classes(); k++) {
            assertThat(actual.residuals().terms(k))
                    .isEqualTo(expected.residuals().terms(k));
            double size = 0;
            for (int i = 0; i < d; i++) {
                size = Math.max(size, expected.residuals().at(k, 0, 0, i, i));
            }
            for (int at = 0; at < parts * parts * d * d; at++) {
                int q = at / (parts * d * d);
                int p = at / (d * d) % parts;
                assertThat(actual.residuals().at(k, q, p, at / d % d, at % d))
                        .isCloseTo(expected.residuals().at(k, q, p, at / d % d, at % d), within(1e-9 * size));
            }
        }
        for (int i = 0; i < 3; i++) {
            assertThat(actual.columns().count(i)).isEqualTo(expected.columns().count(i));
            for (int r = 0; r <= d; r++) {
                close(actual.columns().cross(i, r), expected.columns().cross(i, r));
                close(actual.columns().gram(i, r, r), expected.columns().gram(i, r, r));
            }
        }
    }

    private static void close(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
    }

    @Test
    void whatPartsHearAndSayMayBeBytesAndNoDigitChanges() {
        PosteriorWorld world = PosteriorWorld.drawn("hub", 800, 3, 7);
        FieldInPieces plan = FieldInPieces.of(world.structure(), world.cells(), 5);
        ScoreScale scale = new ScoreScale(LrmfSettings.DEFAULT.margin());
        SentParts<PartPlan> sent = SentParts.of(plan.plans());
        PartByPart here = engine(world, plan);
        PartByPart far = new PartByPart(
                sent.allBecome(0, (part, nothing) -> part.analysed()),
                plan.shared(),
                world.prior().effects(),
                Progress.NONE);
        PartByPart.Posteriors near = here.at(world.parameters(), null).orElseThrow();
        PartByPart.Posteriors remote = far.at(world.parameters(), null).orElseThrow();
        SharedParameters next = world.next(here, near);

        assertThat(far.statistics(remote).toBytes())
                .isEqualTo(here.statistics(near).toBytes());
        assertThat(plan.inOrder(far.means(remote), 3)).isEqualTo(plan.inOrder(here.means(near), 3));
        assertThat(far.squaredMovement(remote, far.at(next, remote).orElseThrow(), scale))
                .isEqualTo(here.squaredMovement(near, here.at(next, near).orElseThrow(), scale));
        assertThat(sent.traffic().told()).isPositive();
    }

    @Test
    void everyNodeIsInOnePieceOrInTheBorderAndEveryTermInOnePiece() {
        PosteriorWorld world = PosteriorWorld.drawn("llm", 2_000, 3, 5);
        FieldInPieces plan = FieldInPieces.of(world.structure(), world.cells(), 8);

        assertThat(plan.nodes().stream().flatMapToInt(Arrays::stream).sorted().toArray())
                .isEqualTo(IntStream.range(0, world.structure().nodes()).toArray());
        assertThat(plan.plans().stream().mapToInt(part -> part.terms().count()).sum())
                .isEqualTo(world.structure().terms().count());
        assertThat(plan.shared().nodes()).isBetween(1, world.structure().nodes() / 10);
        assertThat(plan.plans().stream().mapToInt(part -> part.cells().size()).sum()
                        + plan.shared().cells().size())
                .isEqualTo(world.cells().size());
        assertThat(plan.shared().cells().size())
                .as("cells of models in the border")
                .isPositive();
        assertThat(plan.borderShare()).isBetween(0.01, 0.99);
        assertThat(plan.plans()).hasSizeBetween(6, 9);
    }

    @Test
    void howFarPredictionsMovedIsTheSameInPieces() {
        PosteriorWorld world = PosteriorWorld.drawn("hub", 800, 3, 7);
        OneField one = world.one();
        PartByPart pieces = engine(world, FieldInPieces.of(world.structure(), world.cells(), 5));
        OneField.Whole whole = one.at(world.parameters(), null).orElseThrow();
        PartByPart.Posteriors apart = pieces.at(world.parameters(), null).orElseThrow();
        SharedParameters next = world.next(one, whole);
        ScoreScale scale = new ScoreScale(LrmfSettings.DEFAULT.margin());

        double expected = one.squaredMovement(whole, one.at(next, whole).orElseThrow(), scale);
        double actual = pieces.squaredMovement(apart, pieces.at(next, apart).orElseThrow(), scale);

        assertThat(expected).isPositive();
        assertThat(actual).isCloseTo(expected, within(1e-9 * expected));
    }

    @Test
    void aFieldInWhichLinksWereCutIsRefused() {
        PosteriorWorld world = PosteriorWorld.drawn("llm", 1_000, 3, 5);
        FieldStructure whole = world.structure();
        FieldStructure cut = FieldStructure.whole(
                whole.terms(), whole.nodes(), whole.nodes(), whole.blockSize(), new Bound(3_000, 6_000));
        assertThat(cut.cuts()).isPositive();

        assertThatThrownBy(() -> FieldInPieces.of(cut, world.cells(), 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(cut.cuts() + " links had to be cut")
                .hasMessageContaining("fitted where its lineage was read");
    }

    @Test
    void whereThereIsNoPosteriorThereIsNoneInPiecesEither() {
        PosteriorWorld world = PosteriorWorld.drawn("hub", 500, 3, 5);
        PartByPart pieces = engine(world, FieldInPieces.of(world.structure(), world.cells(), 4));
        Strengths sound = world.parameters().strengths();
        double[][] covariance = sound.covariance().clone();
        for (int k = 0; k < covariance.length; k += 2) { // so strong that what is left of the others is rounding
            covariance[k] = Arrays.stream(covariance[k]).map(v -> v * 1e-300).toArray();
        }
        SharedParameters broken = new SharedParameters(
                world.parameters().columns(),
                world.parameters().loadings(),
                new Strengths(sound.d(), covariance, sound.pull(), sound.drift()));

        assertThat(world.one().at(broken, null)).isEmpty();
        assertThat(pieces.at(broken, null)).isEmpty();
    }
}

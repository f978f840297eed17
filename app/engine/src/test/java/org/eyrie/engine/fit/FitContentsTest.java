package org.eyrie.engine.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eyrie.engine.evidence.FamilySpread;
import org.eyrie.engine.evidence.PlainAverages;
import org.eyrie.lrmf.math.Frame;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Fit;
import org.eyrie.model.FitId;
import org.eyrie.model.ModelId;
import org.eyrie.model.Payload;
import org.junit.jupiter.api.Test;

/** What the store keeps of a fit, and fits that are not what this program wrote. */
class FitContentsTest {

    private static final BenchmarkId MATH = new BenchmarkId("MATH Lvl 5");

    private static final FitContents CONTENTS = new FitContents(
            new Dictionary(
                    List.of(MATH),
                    List.of(new SourceColumn(MATH, "another team")),
                    List.of("Llama"),
                    List.of("chat"),
                    List.of(),
                    List.of("größer"),
                    List.of(""),
                    List.of("slerp")),
            new PlainAverages(
                    Map.of("MATH Lvl 5", new PlainAverages.Scores(0.1 + 0.2, 2)),
                    Map.of("Llama 7", Map.of("MATH Lvl 5", new PlainAverages.Scores(0.25, 1)))),
            new FamilySpread(Map.of("MATH Lvl 5", Map.of("QA", 3)), Map.of("Llama", Map.of("QA", 2))),
            Payload.of(new byte[] {1, 2, 3}),
            new ItemContents(
                    new ItemNames(List.of(MATH), List.of(100), List.of(40), List.of(new ModelId("acme/a-7b"))),
                    Payload.of(new byte[] {4})));

    private static Fit fit(byte[] bytes) {
        return new Fit(new FitId("20260101T000000"), Instant.EPOCH, "{}", 1, "", 1, 0, "converged", Payload.of(bytes));
    }

    /** As it was before fits had a mark. */
    private static Fit packed(String header) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return fit(ByteBuffer.allocate(Integer.BYTES + json.length)
                .putInt(json.length)
                .put(json)
                .array());
    }

    @Test
    void whatIsPackedComesBack() {
        assertThat(FitContents.of(fit(CONTENTS.pack().bytes()))).isEqualTo(CONTENTS);
        FitContents without = new FitContents(
                CONTENTS.dictionary(), CONTENTS.baselines(), CONTENTS.spread(), CONTENTS.learned(), null);
        assertThat(FitContents.of(fit(without.pack().bytes()))).isEqualTo(without);
    }

    @Test
    void anotherVersionIsNamedWhateverElseStandsThere() {
        assertThatThrownBy(() -> FitContents.of(packed("{\"format\":2,\"items\":{\"benchmarks\":[\"IFEval\"]}}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("This stored fit is of version 2, this program reads version 7: fit again");
        byte[] newer = new Frame(0x45595246, 99, "a stored fit").write(out -> {});
        assertThatThrownBy(() -> FitContents.of(fit(newer)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "This stored fit is of version 99, this program reads version 7: it takes the newer");
    }

    @Test
    void whereverAFitIsCutOffItIsRefusedAsDamaged() {
        byte[] whole = CONTENTS.pack().bytes();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> FitContents.of(fit(cut)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("damaged");
        }
    }

    @Test
    void whicheverBitIsFlippedTheFitIsRefused() {
        byte[] whole = CONTENTS.pack().bytes();
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> FitContents.of(fit(flipped)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("damaged");
        }
    }
}

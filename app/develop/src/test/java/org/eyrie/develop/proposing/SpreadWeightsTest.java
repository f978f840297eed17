package org.eyrie.develop.proposing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.eyrie.model.development.ProgramDraft;
import org.eyrie.program.Program;
import org.junit.jupiter.api.Test;

class SpreadWeightsTest {

    private static final Pattern OF_THE_SECOND = Pattern.compile("attn=([.0-9]+)[^)]*\\) \\* tau\\(2\\)");

    @Test
    void everyWeightTakesEveryPartOfItsRangeOnce() {
        List<ProgramDraft> drafts = SpreadWeights.of(3, 10, new Random(1));
        assertThat(drafts).hasSize(10).allSatisfy(draft -> assertThat(Program.parse(draft.text()))
                .isNotNull());
        assertThat(drafts.stream()
                        .map(draft -> OF_THE_SECOND.matcher(draft.text()))
                        .peek(matcher -> assertThat(matcher.find()).isTrue())
                        .map(matcher -> (int) (10 * Double.parseDouble(matcher.group(1)))))
                .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void noneAreAskedForAndNoneCome() {
        assertThat(SpreadWeights.of(3, 0, new Random(1))).isEmpty();
    }
}

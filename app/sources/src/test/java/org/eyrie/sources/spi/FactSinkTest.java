package org.eyrie.sources.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.junit.jupiter.api.Test;

/** Gates change what passes, never how far the reading is. */
class FactSinkTest {

    private static final Place HERE = Place.of("here");

    private final List<Finding> taken = new ArrayList<>();
    private final List<Long> progress = new ArrayList<>();
    private final FactSink sink = new FactSink() {
        @Override
        public void take(Finding finding) {
            taken.add(finding);
        }

        @Override
        public void reached(long done, long total) {
            progress.add(done);
        }
    };

    @Test
    void aGateMayReplaceAndLeaveOut() {
        FactSink gated = sink.behind(finding -> finding instanceof Finding.Noted
                        ? Optional.of(new Finding.Ignored("a note"))
                        : Optional.of(finding))
                .without(finding -> finding instanceof Finding.OfModel);
        gated.model(HERE, Model.stub(new ModelId("a/b")));
        gated.note(HERE, "text");
        gated.reject(HERE, "wrong");

        assertThat(taken).containsExactly(new Finding.Ignored("a note"), new Finding.Rejected(HERE, "wrong"));
    }

    @Test
    void progressPassesEveryGate() {
        sink.without(finding -> true).behind(finding -> Optional.empty()).reached(7, 9);

        assertThat(progress).containsExactly(7L);
    }

    @Test
    void aTakerHearsOfNoProgress() {
        FactSink taker = FactSink.of(taken::add);
        taker.ignored("key");
        taker.reached(1, 2);

        assertThat(taken).containsExactly(new Finding.Ignored("key"));
        assertThat(progress).isEmpty();
    }
}

package org.eyrie.server.fit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.eyrie.model.Fit;
import org.eyrie.model.FitId;
import org.eyrie.model.Payload;
import org.junit.jupiter.api.Test;

/** Fits that another version of the program made. */
class FitContentsTest {

    private static Fit packed(String header) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES + json.length)
                .putInt(json.length)
                .put(json)
                .array();
        return new Fit(new FitId("20260101T000000"), Instant.EPOCH, "{}", 1, "", 1, 0, "converged", Payload.of(bytes));
    }

    @Test
    void anotherFormatIsNamedWhateverElseStandsThere() {
        assertThatThrownBy(() -> FitContents.of(packed("{\"format\":2,\"items\":{\"benchmarks\":[\"IFEval\"]}}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("It has format 2, where this program reads 3.");
        assertThatThrownBy(() -> FitContents.of(packed("{\"format\":99,\"dictionary\":7}")))
                .hasMessage("It has format 99, where this program reads 3.");
    }
}

package org.eyrie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.eyrie.model.Fit;
import org.eyrie.model.FitId;
import org.eyrie.server.BegunSearch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists that are short in most databases come whole where nobody asks for less, and in parts where somebody does. */
class PartsTest extends RestTest {

    @BeforeEach
    void severalOfEach() {
        fit();
        Fit made = sample().stores().fits().latest().orElseThrow();
        sample().stores()
                .fits()
                .save(new Fit(
                        new FitId("20260103T030405.000"),
                        made.createdAt(),
                        made.settings(),
                        made.seed(),
                        made.dataFingerprint(),
                        made.dataVersion(),
                        made.logLikelihood(),
                        made.stopReason(),
                        made.shared()));
        BegunSearch.in(sample().developments(), "second");
        BegunSearch.in(sample().developments(), "first");
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/fits, 5000", "/api/v1/benchmarks, 5000", "/api/v1/developments, 500"})
    void partsFollowEachOtherByTheirLinksAndMakeTheWhole(String path, int most) {
        Answer whole = get(path);
        assertThat(whole.json()).hasSizeGreaterThan(1);
        assertThat(whole.header("Link")).isEmpty();
        List<JsonNode> found = new ArrayList<>();
        for (String next = path + "?limit=1"; !next.isEmpty(); ) {
            Answer part = get(next);
            assertThat(part.json()).hasSize(1);
            found.add(part.json().get(0));
            next = part.header("Link").replaceAll("^<|>.*$", "");
        }
        assertThat(found).containsExactlyElementsOf(whole.json());
        assertThat(get(path + "?cursor=99").json()).isEmpty();
        assertThat(get(path + "?limit=" + most).status()).isEqualTo(200);
        for (String wrong : List.of("limit=0", "limit=" + (most + 1), "limit=x", "cursor=-1")) {
            assertThat(get(path + "?" + wrong).status()).as(wrong).isEqualTo(400);
        }
    }
}

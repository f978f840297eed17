package org.eyrie.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.eyrie.model.contract.Samples.benchmark;
import static org.eyrie.model.contract.Samples.model;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailureMessagesTest {

    @Test
    void everyFaultIsKeptAndTheFirstTwentyAreTold() {
        List<Fault> faults = IntStream.rangeClosed(1, 25)
                .mapToObj(line -> new Fault("line " + line, "is wrong"))
                .toList();
        InvalidInputException refusal = new InvalidInputException("scores.csv", faults);
        assertThat(refusal.faults()).isEqualTo(faults);
        assertThat(refusal)
                .hasMessageStartingWith("scores.csv: 25 faults")
                .hasMessageContaining("line 20: is wrong")
                .hasMessageEndingWith("and 5 more");
        assertThatIllegalArgumentException().isThrownBy(() -> new InvalidInputException("x", List.of()));
    }

    @Test
    void failuresNameWhatIsMissingAndWhatToDo() {
        assertThat(new UnknownModelException(model("a/b")))
                .hasMessageContaining("\"a/b\"")
                .hasMessageContaining("eyrie lineage");
        assertThat(new UnknownBenchmarkException(benchmark("x"), List.of()))
                .hasMessageContaining("import scores first");
        assertThat(new UnknownBenchmarkException(benchmark("x"), List.of(benchmark("z"), benchmark("y"))))
                .hasMessageContaining("Known: y, z.");
        assertThat(new UnknownFitException(new FitId("f"))).hasMessageContaining("eyrie fit");
        assertThat(new NoFitException()).hasMessageContaining("eyrie fit");
    }
}

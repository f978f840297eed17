package org.eyrie.sources.lmeval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eyrie.model.ModelId;
import org.eyrie.model.WriteSummary.Counts;
import org.eyrie.sources.Database;
import org.eyrie.sources.spi.ImportReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that say more than is read, or say it twice. */
class StrangeRunTest {

    private static final String RUN = "{\"results\": {\"qa\": {\"sample_len\": 4, %s\"acc,none\": %s}}}";

    private final Path folder;
    private final Database database = new Database();

    StrangeRunTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void figuresWithoutAFilterAreIgnoredAndCounted() throws IOException {
        run("1", "\"tokens\": 7, \"note\": \"x\", ", "0.5");
        run("2", "\"tokens\": 8, ", "0.5");

        assertThat(load().ignored()).isEqualTo(Map.of("tokens", 2L));
        assertThat(database.scores()).hasSize(1);
    }

    @Test
    void twoRunsThatSayTheSameCountOnce() throws IOException {
        run("1", "", "0.5");
        run("2", "", "0.5");

        assertThat(load().written().evaluations()).isEqualTo(new Counts(1, 0, 0));
    }

    @Test
    void twoRunsThatContradictEachOtherAreNamed() throws IOException {
        run("1", "", "0.5");
        run("2", "", "0.75");

        assertThatThrownBy(this::load).hasMessageContaining("as 0.5, here it is 0.75: keep one of them");
        assertThat(database.isEmpty()).isTrue();
    }

    private ImportReport load() {
        return database.load(new LmEvalSource(List.of(folder), new ModelId("me/model"), false));
    }

    private void run(String time, String more, String score) throws IOException {
        Files.writeString(folder.resolve("results_" + time + ".json"), RUN.formatted(more, score));
    }
}

package org.eyrie.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eyrie.model.ModelId;
import org.eyrie.sources.lmeval.LmEvalSource;
import org.eyrie.sources.ndjson.NdjsonSource;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.text.Input;
import org.eyrie.task.CancelledException;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever takes long says how far it is, and ends where it is asked to, wherever in a file that is. */
class LongReadingTest {

    private final Path folder;
    private final Database database = new Database();

    LongReadingTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void samplesSayHowFarTheyAreWithinOneFile() throws IOException {
        Impatient impatient = new Impatient(Integer.MAX_VALUE);
        database.importer(database.stores.facts()).run(samples(), ImportOptions.DEFAULT, impatient);

        assertThat(impatient.checking).hasSizeGreaterThan(5).isSorted();
        assertThat(impatient.checking.get(impatient.checking.size() - 1)).isEqualTo(impatient.total);
    }

    @Test
    void samplesCanBeCancelledWithinOneFile() throws IOException {
        LmEvalSource samples = samples();

        assertThatThrownBy(() -> database.importer(database.stores.facts())
                        .run(samples, ImportOptions.DEFAULT, new Impatient(2)))
                .isInstanceOf(CancelledException.class);
        assertThat(database.isEmpty()).isTrue();
    }

    @Test
    void linesThatAreReadAgainForTheirScoresCount() throws IOException {
        Impatient impatient = new Impatient(Integer.MAX_VALUE);
        NdjsonSource items = items();
        database.importer(database.stores.facts()).run(items, ImportOptions.DEFAULT, impatient);

        long bytes = Files.size(folder.resolve("items.ndjson"));
        assertThat(impatient.checking).isSorted().anyMatch(done -> done > bytes && done < 2 * bytes);
        assertThat(impatient.total).isEqualTo(2 * bytes);
        assertThat(impatient.checking).endsWith(2 * bytes);
    }

    @Test
    void linesThatAreReadAgainCanBeCancelled() throws IOException {
        NdjsonSource items = items();
        int once = 2_000 / 256 + 1;

        assertThatThrownBy(() -> database.importer(database.stores.facts())
                        .run(items, ImportOptions.DEFAULT, new Impatient(once + 2)))
                .isInstanceOf(CancelledException.class)
                .hasMessageContaining("nothing was written");
    }

    private LmEvalSource samples() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int item = 0; item < 2_000; item++) {
            lines.append("{\"doc_id\":%d,\"filter\":\"none\",\"metrics\":[\"acc\"],\"doc_hash\":\"h%d\",\"acc\":1}\n"
                    .formatted(item, item));
        }
        Path file = folder.resolve("samples_qa_1.jsonl");
        Files.writeString(file, lines);
        return new LmEvalSource(List.of(file), new ModelId("a/b"), false);
    }

    private NdjsonSource items() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int item = 0; item < 2_000; item++) {
            lines.append("{\"kind\":\"item\",\"model\":\"a/b\",\"benchmark\":\"qa\",\"item\":\"i%d\",\"value\":1}\n"
                    .formatted(item));
        }
        Path file = folder.resolve("items.ndjson");
        Files.writeString(file, lines);
        return new NdjsonSource(Input.of(file));
    }

    /** Cancels after so many reports. */
    private static final class Impatient implements Progress {

        private final int reports;
        private final List<Long> checking = new ArrayList<>();
        private long total;
        private int told;

        Impatient(int reports) {
            this.reports = reports;
        }

        @Override
        public void at(String step, long done, long of) {
            told++;
            if (step.equals("checking")) {
                checking.add(done);
                total = of;
            }
        }

        @Override
        public boolean cancelled() {
            return told >= reports;
        }
    }
}

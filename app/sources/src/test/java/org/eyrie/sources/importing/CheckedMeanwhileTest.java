package org.eyrie.sources.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.LineageStore;
import org.eyrie.model.Stores;
import org.eyrie.model.memory.MemoryStores;
import org.eyrie.sources.Database;
import org.eyrie.sources.ndjson.NdjsonSource;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;

/** Rows that are checked while others are read: many more than wait at a time. */
class CheckedMeanwhileTest {

    private static final int ROWS = 30_000;

    @Test
    void everyFaultIsToldInTheOrderOfTheFile() {
        StringBuilder text = new StringBuilder();
        List<String> bad = new ArrayList<>();
        for (int row = 1; row <= ROWS; row++) {
            if (row % 701 == 0) { // contradicts a row that was checked long ago
                text.append("{\"kind\":\"score\",\"model\":\"a/2\",\"benchmark\":\"qa\",\"value\":0.75}\n");
                bad.add("line " + row + ": stands twice: on line 2 as 0.5");
            } else if (row % 997 == 0) { // is refused by whoever reads
                text.append("{\"kind\":\"score\",\"model\":\"a/2\",\"benchmark\":\"qa\",\"value\":7}\n");
                bad.add("line " + row + ": between 0 and 1");
            } else {
                text.append("{\"kind\":\"score\",\"model\":\"a/")
                        .append(row)
                        .append("\",\"benchmark\":\"qa\",\"value\":0.5}\n");
            }
        }
        text.append("{\"kind\":\"score\",\"model\":\"a/2\",\"kind\":\"edge\"}\n");
        bad.add("line " + (ROWS + 1) + ": Duplicate field");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Database().load(new NdjsonSource(Database.file("f.ndjson", text.toString()))))
                .satisfies(refusal -> {
                    List<Fault> faults = refusal.faults();
                    assertThat(faults).hasSameSizeAs(bad);
                    for (int at = 0; at < bad.size(); at++) {
                        String[] expected = bad.get(at).split(": ", 2);
                        assertThat(faults.get(at).where()).endsWith(expected[0]);
                        assertThat(faults.get(at).reason()).contains(expected[1]);
                    }
                });
    }

    @Test
    void aStoreThatFailsMeanwhileIsNoFaultOfTheFile() {
        Stores stores = MemoryStores.empty();
        LineageStore failing = (LineageStore) Proxy.newProxyInstance(
                LineageStore.class.getClassLoader(),
                new Class<?>[] {LineageStore.class},
                (proxy, method, arguments) -> {
                    throw new IllegalStateException("the store broke down");
                });
        Importer importer = new Importer(stores.facts(), failing, stores.scores(), stores.recipes(), Clock.systemUTC());
        String models = "{\"kind\":\"model\",\"id\":\"a/a\",\"license\":\"mit\"}\n".repeat(ROWS);
        assertThatThrownBy(() -> importer.run(
                        new NdjsonSource(Database.file("f.ndjson", models)), ImportOptions.DEFAULT, Progress.NONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the store broke down");
    }
}

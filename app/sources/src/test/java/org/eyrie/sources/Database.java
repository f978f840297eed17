package org.eyrie.sources;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.FactStore;
import org.eyrie.model.ModelId;
import org.eyrie.model.Stores;
import org.eyrie.model.memory.MemoryStores;
import org.eyrie.sources.importing.Importer;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.spi.ImportReport;
import org.eyrie.sources.spi.Source;
import org.eyrie.sources.text.Input;
import org.eyrie.task.Progress;

/** A database in memory and what a test wants to ask of it. */
public final class Database {

    public final Stores stores = MemoryStores.empty();

    public ImportReport load(Source source) {
        return load(source, ImportOptions.DEFAULT);
    }

    public ImportReport load(Source source, ImportOptions options) {
        return importer(stores.facts()).run(source, options, Progress.NONE);
    }

    /** An importer that reads here and writes there. */
    public Importer importer(FactStore facts) {
        return new Importer(facts, stores.lineage(), stores.scores(), stores.recipes(), InstantSource.system());
    }

    public List<ModelId> models() {
        return stores.lineage().models(null, null, 1_000).rows().stream()
                .map(model -> model.id())
                .toList();
    }

    public List<Derivation> edges() {
        return stores.lineage().everything().derivations();
    }

    public List<Evaluation> scores() {
        return stores.scores().all();
    }

    public boolean isEmpty() {
        return stores.facts().version() == MemoryStores.empty().facts().version();
    }

    /** A file with that text. */
    public static Input file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file with those bytes. */
    public static Input file(String name, byte[] bytes) {
        return new Input(name, bytes.length, () -> new ByteArrayInputStream(bytes));
    }
}

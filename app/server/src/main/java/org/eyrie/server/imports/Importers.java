package org.eyrie.server.imports;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.eyrie.model.BulkImports;
import org.eyrie.model.Stores;
import org.eyrie.sources.benchmarks.BenchmarkMap;
import org.eyrie.sources.importing.Importer;

/** Makes importers. */
public final class Importers {

    /** Names the file of a person's benchmark map. */
    public static final String MAP_VARIABLE = "EYRIE_BENCHMARK_MAP";

    private Importers() {}

    /** An importer into these stores, through the benchmark map that comes with the program. */
    public static Importer into(Stores stores, InstantSource clock) {
        return into(stores, clock, BenchmarkMap.shipped());
    }

    /** An importer into these stores, through a benchmark map. */
    public static Importer into(Stores stores, InstantSource clock, BenchmarkMap map) {
        return into(stores, clock, map, BulkImports.NEVER);
    }

    /** The same, which loads imports whole where that is wanted. */
    public static Importer into(Stores stores, InstantSource clock, BenchmarkMap map, BulkImports bulk) {
        return new Importer(
                stores.facts(),
                stores.lineage(),
                stores.scores(),
                stores.recipes(),
                clock,
                source -> map.reading(source, stores.scores().benchmarks()),
                bulk);
    }

    /**
     * The benchmark map that the environment asks for: the one that comes with the program, under a person's where
     * {@value #MAP_VARIABLE} names one.
     *
     * @throws org.eyrie.model.InvalidInputException if that is no map
     */
    public static BenchmarkMap map(Map<String, String> environment) {
        String file = environment.getOrDefault(MAP_VARIABLE, "");
        return file.isBlank() ? BenchmarkMap.shipped() : BenchmarkMap.shippedUnder(Path.of(file.strip()));
    }
}

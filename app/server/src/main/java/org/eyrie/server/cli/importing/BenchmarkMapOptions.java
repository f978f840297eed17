package org.eyrie.server.cli.importing;

import java.nio.file.Path;
import java.util.Map;
import org.eyrie.server.imports.Importers;
import org.eyrie.sources.benchmarks.BenchmarkMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which setups are one known benchmark. */
final class BenchmarkMapOptions {

    @Option(
            names = "--benchmark-map",
            paramLabel = "FILE",
            description =
                    "Says which setups are one known benchmark and how its score is computed, over the map that comes"
                            + " with the program (docs/benchmarks-map.md). Default: $$EYRIE_BENCHMARK_MAP, else that one alone.")
    private @Nullable Path file;

    @Option(names = "--subtasks", description = "Take subtasks of known benchmarks as benchmarks of their own too.")
    private boolean subtasks;

    /** @throws org.eyrie.model.InvalidInputException if the file is no map */
    BenchmarkMap map(Map<String, String> environment) {
        BenchmarkMap map = file == null ? Importers.map(environment) : BenchmarkMap.shippedUnder(file);
        return subtasks ? map.keepingSubtasks() : map;
    }
}

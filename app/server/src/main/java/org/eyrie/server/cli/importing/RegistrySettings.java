package org.eyrie.server.cli.importing;

import org.eyrie.sources.spi.ImportOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of imports from registries: what one stranger wrote wrongly does not keep all the others out. */
final class RegistrySettings implements ImportMode {

    @Option(names = "--dry-run", description = "Say what would happen, write nothing.")
    private boolean dryRun;

    @Option(
            names = "--refuse-bad-rows",
            description = "Write nothing where something is wrong. Otherwise what is wrong is listed and left out.")
    private boolean refuseBadRows;

    @Option(
            names = "--strict",
            description =
                    "Write nothing where a new model or benchmark looks like a slip of a known one; otherwise it is noted.")
    private boolean strict;

    @Mixin
    private BenchmarkMapOptions benchmarks = new BenchmarkMapOptions();

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Override
    public ImportOptions options() {
        return ImportOptions.DEFAULT.withDryRun(dryRun).withStrict(strict).withSkipBadRows(!refuseBadRows);
    }

    @Override
    public boolean json() {
        return json;
    }

    // What a registry holds comes in over hours, not minutes; and it is asked again and again.
    @Override
    public BulkMode bulk() {
        return BulkMode.NEVER;
    }

    @Override
    public BenchmarkMapOptions benchmarks() {
        return benchmarks;
    }
}

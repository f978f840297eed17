package org.eyrie.server.cli.importing;

import org.eyrie.sources.spi.ImportOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of imports from files: one bad row refuses all, unless a person says otherwise. */
final class ImportSettings implements ImportMode {

    @Option(names = "--dry-run", description = "Say what would happen, write nothing.")
    private boolean dryRun;

    @Option(names = "--skip-bad-rows", description = "Write the good rows of a file that has bad ones.")
    private boolean skipBadRows;

    @Option(
            names = "--strict",
            description =
                    "Write nothing where a new model or benchmark looks like a slip of a known one; otherwise it is noted.")
    private boolean strict;

    @Mixin
    private BenchmarkMapOptions benchmarks = new BenchmarkMapOptions();

    @Option(
            names = "--bulk",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = {
                "Load the import whole, by Neo4j's import tool: auto, always or never.",
                "Auto does so from 50,000 facts, into an empty embedded database that nobody else uses."
            })
    private BulkMode bulk = BulkMode.AUTO;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Override
    public ImportOptions options() {
        return ImportOptions.DEFAULT.withDryRun(dryRun).withStrict(strict).withSkipBadRows(skipBadRows);
    }

    @Override
    public boolean json() {
        return json;
    }

    @Override
    public BulkMode bulk() {
        return bulk;
    }

    @Override
    public BenchmarkMapOptions benchmarks() {
        return benchmarks;
    }
}

package org.eyrie.server.cli.importing;

import org.eyrie.sources.spi.ImportOptions;

/** How a command imports and how it prints what became of it. */
interface ImportMode {

    ImportOptions options();

    /** Whether the report is printed as JSON. */
    boolean json();

    /** Which setups are one known benchmark. */
    BenchmarkMapOptions benchmarks();

    /** When it is loaded whole. */
    BulkMode bulk();
}

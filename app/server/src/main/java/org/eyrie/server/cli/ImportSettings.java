package org.eyrie.server.cli;

import org.eyrie.sources.ImportOptions;
import picocli.CommandLine.Option;

/** Options that every import has. */
final class ImportSettings {

    @Option(names = "--dry-run", description = "Say what would happen, write nothing.")
    private boolean dryRun;

    @Option(names = "--skip-bad-rows", description = "Write the good rows of a file that has bad ones.")
    private boolean skipBadRows;

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean json;

    ImportOptions options() {
        return ImportOptions.DEFAULT.withDryRun(dryRun).withSkipBadRows(skipBadRows);
    }

    boolean skipsBadRows() {
        return skipBadRows;
    }

    boolean json() {
        return json;
    }
}

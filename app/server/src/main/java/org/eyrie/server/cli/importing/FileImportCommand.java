package org.eyrie.server.cli.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eyrie.server.cli.command.CommandContext;
import org.eyrie.server.cli.command.GlobalOptions;
import org.eyrie.server.stores.DatabaseChoice;
import picocli.CommandLine.Mixin;

/** A command that imports files. */
abstract class FileImportCommand extends SourceCommand {

    /** Bytes, gzip or not, below which no file has as many facts as are loaded whole. */
    private static final long LARGE = 2_000_000;

    @Mixin
    private ImportSettings settings = new ImportSettings();

    FileImportCommand(CommandContext context, GlobalOptions globals) {
        super(context, globals);
    }

    @Override
    final ImportMode mode() {
        return settings;
    }

    /** What is imported, as far as it is files that may be large. */
    List<Path> files() {
        return List.of();
    }

    // What may be loaded whole needs a database of its own.
    @Override
    protected final DatabaseChoice choice(GlobalOptions options) {
        DatabaseChoice usual = super.choice(options);
        boolean whole = settings.bulk() == BulkMode.ALWAYS
                || (settings.bulk() == BulkMode.AUTO && !settings.options().dryRun() && areLarge());
        return whole ? usual.endingIdle() : usual;
    }

    private boolean areLarge() {
        long bytes = 0;
        for (Path file : files()) {
            try (Stream<Path> within = Files.walk(file)) {
                bytes += within.mapToLong(each -> each.toFile().length()).sum();
            } catch (IOException | UncheckedIOException e) {
                // whoever reads it will say so
            }
        }
        return bytes > LARGE;
    }
}

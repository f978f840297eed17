package org.eyrie.server.cli.command;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.eyrie.server.out.Terminal;
import org.eyrie.server.stores.SessionOpener;

/**
 * What commands work with.
 *
 * @param in standard input
 * @param environment environment variables, and secrets out of the files that they name
 * @param standardDataFolder where the embedded database keeps its data when nobody says
 * @param interruption what Ctrl-C does
 */
public record CommandContext(
        Terminal terminal,
        InputStream in,
        Map<String, String> environment,
        Path standardDataFolder,
        SessionOpener opener,
        Clock clock,
        Interruption interruption) {}

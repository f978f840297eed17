package org.eyrie.server.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.eyrie.server.out.Terminal;
import org.eyrie.server.stores.SessionOpener;

/**
 * What commands work with.
 *
 * @param environment environment variables
 * @param standardDataFolder where the embedded database keeps its data when nobody says
 */
public record Workshop(
        Terminal terminal,
        Map<String, String> environment,
        Path standardDataFolder,
        SessionOpener opener,
        Clock clock) {}

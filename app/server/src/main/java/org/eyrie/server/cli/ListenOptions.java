package org.eyrie.server.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the service listens. */
final class ListenOptions {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int USUAL_PORT = 8080;
    private static final int LAST_PORT = 65_535;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Address to listen on. Default: $EYRIE_HOST, else 127.0.0.1: this machine only.")
    private @Nullable String host;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port to listen on, 0 for any that is free. Default: $EYRIE_PORT, else 8080.")
    private @Nullable Integer port;

    String host(Map<String, String> environment) {
        return host != null ? host : environment.getOrDefault("EYRIE_HOST", LOOPBACK);
    }

    int port(Map<String, String> environment) {
        int number = port != null ? port : fromEnvironment(environment);
        if (number < 0 || number > LAST_PORT) {
            throw new WrongUseException("A port is from 0 to " + LAST_PORT + ", not " + number);
        }
        return number;
    }

    private static int fromEnvironment(Map<String, String> environment) {
        String text = environment.getOrDefault("EYRIE_PORT", String.valueOf(USUAL_PORT));
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new WrongUseException("EYRIE_PORT must be a number, not \"" + text + "\"");
        }
    }
}

package org.eyrie.server.cli.serve;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eyrie.model.Fault;
import org.eyrie.model.InvalidInputException;
import org.eyrie.server.access.Access;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.server.rest.ListenSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the service listens. */
public final class ListenOptions {

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

    @Option(
            names = "--allowed-hosts",
            paramLabel = "NAME",
            split = ",",
            description = "Names that others call the service by, such as that of a proxy in front of it; addresses and"
                    + " localhost are known. Default: $EYRIE_ALLOWED_HOSTS, else none.")
    private @Nullable List<String> allowedHosts;

    @Option(
            names = "--open-to-all",
            description = "Listen on other addresses than this machine's own although nobody needs a token: anybody who"
                    + " reaches it may read, write and take back. Default: $EYRIE_OPEN_TO_ALL, else false.")
    private boolean openToAll;

    /**
     * Refuses to be reached by others while nobody needs a token.
     *
     * @throws InvalidInputException if that is so, and was not asked for
     */
    void checkAccess(ListenSettings listen, Access access, Map<String, String> environment) {
        boolean asked = openToAll || Boolean.parseBoolean(environment.getOrDefault("EYRIE_OPEN_TO_ALL", "false"));
        if (!asked && !listen.isLoopback() && access.isOpen()) {
            throw new InvalidInputException(
                    "The service does not start",
                    List.of(new Fault(
                            listen.host(),
                            "Others could reach it there, and anybody who does could read, write and take back. Make a"
                                    + " token first (eyrie token create NAME --scope admin), listen on 127.0.0.1, or say"
                                    + " --open-to-all where something in front of it keeps strangers out.")));
        }
    }

    /** @throws WrongUseException if an option, or a variable in its place, is not what it must be */
    ListenSettings settings(Map<String, String> environment) {
        try {
            return new ListenSettings(
                    host != null ? host : environment.getOrDefault("EYRIE_HOST", LOOPBACK),
                    port(environment),
                    allowedHosts != null ? allowedHosts : listed(environment.getOrDefault("EYRIE_ALLOWED_HOSTS", "")));
        } catch (IllegalArgumentException refused) {
            throw new WrongUseException(String.valueOf(refused.getMessage()));
        }
    }

    private static List<String> listed(String names) {
        return Stream.of(names.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private int port(Map<String, String> environment) {
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

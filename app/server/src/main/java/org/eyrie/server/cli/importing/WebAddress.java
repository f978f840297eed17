package org.eyrie.server.cli.importing;

import java.net.URI;
import org.eyrie.server.cli.command.WrongUseException;
import org.eyrie.sources.http.Reach;
import org.jspecify.annotations.Nullable;

/** Tells addresses from files. */
final class WebAddress {

    private WebAddress() {}

    /**
     * The address in an argument; null where it names a file.
     *
     * @throws WrongUseException if it begins like an address and is none
     */
    static @Nullable URI of(String argument) {
        if (!argument.regionMatches(true, 0, "http://", 0, "http://".length())
                && !argument.regionMatches(true, 0, "https://", 0, "https://".length())) {
            return null;
        }
        try {
            URI address = URI.create(argument);
            Reach.configured(address);
            return address;
        } catch (IllegalArgumentException e) {
            throw new WrongUseException("This address cannot be used: " + e.getMessage());
        }
    }
}

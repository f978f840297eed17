package org.eyrie.server.cli.registry;

import java.net.URI;
import org.eyrie.server.cli.command.WrongUseException;

/** The address of a tracking server as the environment spells it. */
public final class MlflowAddress {

    private MlflowAddress() {}

    /**
     * The address in a variable.
     *
     * @throws WrongUseException if it is none
     */
    public static URI of(String variable, String text) {
        try {
            return URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            throw new WrongUseException(variable + " is no address: " + e.getMessage());
        }
    }
}

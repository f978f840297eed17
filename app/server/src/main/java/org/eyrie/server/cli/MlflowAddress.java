package org.eyrie.server.cli;

import java.net.URI;

/** The address of a tracking server as the environment spells it. */
final class MlflowAddress {

    private MlflowAddress() {}

    /** @throws WrongUseException if it is none */
    static URI of(String variable, String text) {
        try {
            return URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            throw new WrongUseException(variable + " is no address: " + e.getMessage());
        }
    }
}

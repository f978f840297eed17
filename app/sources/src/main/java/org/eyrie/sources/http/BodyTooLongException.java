package org.eyrie.sources.http;

import java.io.IOException;

/** An answer is longer than its reader allows; asking again would not help. */
public final class BodyTooLongException extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLongException(int limit) {
        super("The answer is longer than the " + limit + " bytes that are accepted");
    }
}

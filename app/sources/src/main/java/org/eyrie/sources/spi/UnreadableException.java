package org.eyrie.sources.spi;

import java.io.IOException;

/** Input that cannot be understood from some place on, so that nothing in it can be trusted. */
public final class UnreadableException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Place place;

    /**
     * @param place where it breaks
     * @param reason what is wrong and what to do
     */
    public UnreadableException(Place place, String reason) {
        super(reason);
        this.place = place;
    }

    public Place place() {
        return place;
    }
}

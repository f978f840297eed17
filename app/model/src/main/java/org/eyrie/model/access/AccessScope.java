package org.eyrie.model.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a token allows; each allows what those before it do. */
public enum AccessScope {
    /** To ask. */
    READ,
    /** To bring facts in, and to have fits made. */
    INGEST,
    /** To take facts back, to stop jobs, and to see who wrote what. */
    ADMIN;

    /** As people write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scope that is written so; empty where there is none. */
    public static Optional<AccessScope> ofCode(String code) {
        return Stream.of(values()).filter(scope -> scope.code().equals(code)).findFirst();
    }

    /** Whether this is enough where another is needed. */
    public boolean allows(AccessScope needed) {
        return compareTo(needed) >= 0;
    }
}

package org.eyrie.model;

import java.util.Optional;

/** Whether an import is loaded whole, rather than written one transaction after the other. */
public interface BulkImports {

    /** Never. */
    BulkImports NEVER = new BulkImports() {
        @Override
        public Optional<BulkImport> begin(Provenance origin) {
            return Optional.empty();
        }

        @Override
        public boolean isWorthwhile(long facts) {
            return false;
        }

        @Override
        public void gaveWay(String obstacle, long facts) {
            throw new IllegalStateException("Nothing was begun that could give way: " + obstacle);
        }
    };

    /**
     * Begins to take an import down.
     *
     * @return empty where this store can't load one, or nobody wants it
     * @throws InvalidInputException if a person asked for it and it can't be done, saying why
     */
    Optional<BulkImport> begin(Provenance origin);

    /** Whether so many facts, not negative, are worth the restart of the database that loading costs. */
    boolean isWorthwhile(long facts);

    /**
     * Hears that an import which was worthwhile is written in transactions all the same.
     *
     * @param obstacle why, a sentence for people
     * @throws InvalidInputException if a person asked for nothing else than loading
     */
    void gaveWay(String obstacle, long facts);
}

package org.eyrie.embedded;

import java.io.IOException;
import java.time.Duration;

/** Makes the class archive in the background of a database that has run for a while. */
final class ClassArchiving implements AutoCloseable {

    /** Who runs the database this long is likely to start it again, and is done with the first work on it. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ClassArchive archive;
    private final Thread thread = new Thread(this::run, "neo4j-class-archive");

    private ClassArchiving(ClassArchive archive) {
        this.archive = archive;
        thread.setDaemon(true);
    }

    static ClassArchiving begin(ClassArchive archive) {
        ClassArchiving archiving = new ClassArchiving(archive);
        if (archive.isWanted()) {
            archiving.thread.start();
        }
        return archiving;
    }

    private void run() {
        try {
            Thread.sleep(PATIENCE.toMillis());
            archive.order().carryOut();
        } catch (InterruptedException e) {
            // the database is stopping; a later run makes the archive
        } catch (IOException e) {
            // no archive: starts stay as slow as this one was
        }
    }

    /** Does not wait: what is under way is cut off, and no half of an archive is ever used. */
    @Override
    public void close() {
        thread.interrupt();
    }
}

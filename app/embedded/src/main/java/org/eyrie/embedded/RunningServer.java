package org.eyrie.embedded;

import java.net.URI;

/**
 * A server that has started and answers.
 *
 * @param child its process
 * @param password what it lets us in by
 * @param bolt where drivers connect
 * @param http where it serves Neo4j Browser
 * @param panic what has it killed rather than stopped
 * @param archiving what makes its next start faster, in the background
 */
record RunningServer(Child child, Password password, URI bolt, URI http, Panic panic, ClassArchiving archiving) {

    /** Lets it stay for as long as it may linger, unless it has given up. */
    void leave() {
        archiving.close();
        if (panic.hasStruck()) {
            child.kill();
        } else {
            child.leave();
        }
    }

    /** Stops it, or kills it where it cannot end cleanly, and waits for its end. */
    void stop() {
        archiving.close();
        panic.stop(child);
    }
}

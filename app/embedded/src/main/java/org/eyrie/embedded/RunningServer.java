package org.eyrie.embedded;

import java.net.URI;

/**
 * A server that has started and answers.
 *
 * @param child its process
 * @param password what it lets us in by
 * @param bolt where drivers connect
 * @param http where it serves Neo4j Browser
 * @param archiving what makes its next start faster, in the background
 */
record RunningServer(Child child, Password password, URI bolt, URI http, ClassArchiving archiving) {

    /** Lets it stay for as long as it may linger. */
    void leave() {
        archiving.close();
        child.leave();
    }

    /** Stops it and waits for its end. */
    void stop() {
        archiving.close();
        child.stop();
    }
}

package org.eyrie.server.job;

import org.eyrie.task.Progress;

/** What jobs of one kind do. It must be safe to do again from its beginning, whole or broken off as the last time was. */
@FunctionalInterface
public interface JobKind {

    /**
     * Does it.
     *
     * @param task in words of this kind
     * @return name of what was made
     */
    String run(String task, Progress progress);
}

package org.eyrie.model.job;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where jobs are kept, so that they outlive the service that works on them. Every method may throw
 * {@link org.eyrie.model.StoreUnavailableException}.
 */
public interface JobStore {

    /** How many jobs that have ended are kept. */
    int MOST_ENDED = 500;

    /** Keeps how a job stands; false, and nothing is written, where it is another owner's by now. */
    boolean keep(KeptJob job);

    /**
     * Tells that an owner works on its jobs.
     *
     * @return ids of those that somebody wants stopped
     */
    List<String> stillHere(String owner);

    /** The job of that id. */
    Optional<KeptJob> find(String id);

    /** Jobs, the last one first. */
    List<Job> latest(int limit);

    /** Asks the owner of a job to stop it, and nobody to begin it anew; nothing happens to one that has ended. */
    void wishStopped(String id);

    /** Who works on jobs that have not ended. */
    List<String> owners();

    /**
     * Makes jobs that somebody has left those of another owner: all that have not ended of owners that are gone or were not
     * heard of for so long, and what was interrupted and may be begun anew.
     *
     * @return them, queued once more, the oldest first; without a task what must not be begun anew
     */
    List<KeptJob> takeOver(String owner, Collection<String> gone, Duration silence);
}

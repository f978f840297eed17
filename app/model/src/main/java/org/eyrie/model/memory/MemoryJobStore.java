package org.eyrie.model.memory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eyrie.model.job.Job;
import org.eyrie.model.job.JobState;
import org.eyrie.model.job.JobStore;
import org.eyrie.model.job.KeptJob;

/** Jobs in memory. Safe for many threads. Of time it knows nothing: whoever is silent is so for any while. */
public final class MemoryJobStore implements JobStore {

    private final Map<String, KeptJob> jobs = new LinkedHashMap<>();
    private final Set<String> unwanted = new LinkedHashSet<>();

    /** With nothing in it. */
    public MemoryJobStore() {}

    @Override
    public synchronized boolean keep(KeptJob job) {
        KeptJob known = jobs.get(job.job().id());
        if (known != null && !known.owner().equals(job.owner())) {
            return false;
        }
        jobs.put(job.job().id(), job);
        List<String> ended = jobs.values().stream()
                .map(KeptJob::job)
                .filter(each -> each.state().ended())
                .map(Job::id)
                .toList();
        ended.stream().limit(Math.max(0, ended.size() - MOST_ENDED)).forEach(jobs::remove);
        return true;
    }

    @Override
    public synchronized List<String> stillHere(String owner) {
        return open().stream()
                .filter(each -> each.owner().equals(owner))
                .map(each -> each.job().id())
                .filter(unwanted::contains)
                .toList();
    }

    @Override
    public synchronized Optional<KeptJob> find(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    @Override
    public synchronized List<Job> latest(int limit) {
        List<Job> all = new ArrayList<>();
        jobs.values().forEach(each -> all.add(0, each.job()));
        return all.stream().limit(limit).toList();
    }

    @Override
    public synchronized void wishStopped(String id) {
        unwanted.add(id);
    }

    @Override
    public synchronized List<String> owners() {
        return open().stream().map(KeptJob::owner).distinct().sorted().toList();
    }

    @Override
    public synchronized List<KeptJob> takeOver(String owner, Collection<String> gone, Duration silence) {
        List<KeptJob> left = jobs.values().stream()
                .filter(each -> each.job().state().ended()
                        ? each.job().state() == JobState.INTERRUPTED && each.task() != null
                        : !each.owner().equals(owner) && (gone.contains(each.owner()) || silence.isZero()))
                .map(each -> new KeptJob(
                        each.job().again(), owner, unwanted.contains(each.job().id()) ? null : each.task()))
                .toList();
        left.forEach(each -> jobs.put(each.job().id(), each));
        return left;
    }

    private List<KeptJob> open() {
        return jobs.values().stream()
                .filter(each -> !each.job().state().ended())
                .toList();
    }
}

package org.eyrie.sources;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eyrie.model.FactStore;
import org.eyrie.model.Facts;
import org.eyrie.model.WriteSummary;

/** Counts what is written and keeps nothing, to import more than fits into memory. */
public final class CountingStore implements FactStore {

    private long models;
    private long edges;
    private long scores;
    private long writes;

    @Override
    public WriteSummary write(Facts facts) {
        models += facts.models().size();
        edges += facts.derivations().size();
        scores += facts.evaluations().size();
        writes++;
        return WriteSummary.NOTHING;
    }

    @Override
    public Optional<Long> end(UUID run, Instant finishedAt, List<String> notes) {
        return Optional.empty();
    }

    @Override
    public long version() {
        return writes;
    }

    public long models() {
        return models;
    }

    public long edges() {
        return edges;
    }

    public long scores() {
        return scores;
    }

    public long writes() {
        return writes;
    }
}

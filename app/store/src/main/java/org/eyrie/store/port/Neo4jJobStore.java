package org.eyrie.store.port;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eyrie.model.job.Job;
import org.eyrie.model.job.JobStore;
import org.eyrie.model.job.KeptJob;
import org.eyrie.store.row.JobRow;
import org.eyrie.store.statement.Statement;
import org.eyrie.store.transaction.Database;

/** Jobs as nodes of the graph. Time is the database's, so that services whose clocks differ agree. */
public final class Neo4jJobStore implements JobStore {

    private final Database database;

    public Neo4jJobStore(Database database) {
        this.database = database;
    }

    // Every write waits for the lock that all writers share, so that none falls into a backup.
    @Override
    public boolean keep(KeptJob job) {
        return database.write(work -> {
            work.run(Statement.LOCK, Map.of());
            return work.first(
                            Statement.KEEP_JOB,
                            Map.of(
                                    "id",
                                    job.job().id(),
                                    "owner",
                                    job.owner(),
                                    "properties",
                                    JobRow.write(job),
                                    "most",
                                    MOST_ENDED),
                            row -> row.get("id").asString())
                    .isPresent();
        });
    }

    @Override
    public List<String> stillHere(String owner) {
        return database.write(work -> {
            work.run(Statement.LOCK, Map.of());
            return work.list(Statement.STILL_HERE, Map.of("owner", owner), row -> row.get("id")
                    .asString());
        });
    }

    @Override
    public Optional<KeptJob> find(String id) {
        return database.read(work -> work.first(Statement.FIND_JOB, Map.of("id", id), JobRow::read));
    }

    @Override
    public List<Job> latest(int limit) {
        return database.read(work -> work.list(Statement.LATEST_JOBS, Map.of("limit", limit), row -> JobRow.read(row)
                .job()));
    }

    @Override
    public void wishStopped(String id) {
        database.change(work -> {
            work.run(Statement.LOCK, Map.of());
            work.run(Statement.WISH_STOPPED, Map.of("id", id));
        });
    }

    @Override
    public List<String> owners() {
        return database.read(work -> work.list(
                Statement.JOB_OWNERS, Map.of(), row -> row.get("owner").asString()));
    }

    @Override
    public List<KeptJob> takeOver(String owner, Collection<String> gone, Duration silence) {
        return database.write(work -> {
            work.run(Statement.LOCK, Map.of());
            return work.list(
                    Statement.TAKE_JOBS_OVER,
                    Map.of("owner", owner, "gone", List.copyOf(gone), "seconds", silence.toSeconds()),
                    JobRow::read);
        });
    }
}

package org.eyrie.store.row;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.eyrie.model.job.Job;
import org.eyrie.model.job.JobState;
import org.eyrie.model.job.KeptJob;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Jobs as rows. */
public final class JobRow {

    private JobRow() {}

    /** What a node is given; its id and owner apart. */
    public static Map<String, Object> write(KeptJob kept) {
        Job job = kept.job();
        Map<String, Object> properties = new HashMap<>();
        properties.put("kind", job.kind());
        properties.put("state", job.state().name());
        properties.put("phase", job.phase());
        properties.put("done", job.done());
        properties.put("total", job.total());
        properties.put("result", job.result());
        properties.put("failure", job.failure());
        properties.put("submitted_at", job.submittedAt().atZone(ZoneOffset.UTC));
        properties.put("ended_at", job.endedAt() == null ? null : job.endedAt().atZone(ZoneOffset.UTC));
        properties.put("attempt", job.attempt());
        properties.put("task", kept.task());
        return properties;
    }

    /** A row of an answer. */
    public static KeptJob read(Record row) {
        Value ended = row.get("ended_at");
        Job job = new Job(
                row.get("id").asString(),
                row.get("kind").asString(),
                JobState.valueOf(row.get("state").asString()),
                row.get("phase").asString(),
                row.get("done").asLong(),
                row.get("total").asLong(),
                text(row.get("result")),
                text(row.get("failure")),
                row.get("submitted_at").asZonedDateTime().toInstant(),
                ended.isNull() ? null : ended.asZonedDateTime().toInstant(),
                row.get("attempt").asInt());
        return new KeptJob(job, row.get("owner").asString(), text(row.get("task")));
    }

    private static @Nullable String text(Value value) {
        return value.isNull() ? null : value.asString();
    }
}
